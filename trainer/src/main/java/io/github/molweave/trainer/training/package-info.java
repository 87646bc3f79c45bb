/**
 * Epochs over batches: the order of learning, the learning rate, validation, and when to stop.
 * Prints nothing; tells listeners what happened. Knows nothing of ND4J.
 */
package io.github.molweave.trainer.training;
