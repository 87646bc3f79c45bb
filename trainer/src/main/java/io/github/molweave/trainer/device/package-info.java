/**
 * What a training needs of a machine, and what it tells it: the network's tensors in one flat
 * array, settings, state, and which machine computes. Plain Java: no package here sees the library
 * that does the arithmetic.
 */
package io.github.molweave.trainer.device;
