/**
 * Inference: a model file and a token go in, logits and the next hidden state come out. Knows
 * nothing of randomness or temperature (see {@code sampling}).
 */
package io.github.molweave.network;
