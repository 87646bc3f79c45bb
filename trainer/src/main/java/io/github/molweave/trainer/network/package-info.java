/**
 * The network while it learns, on ND4J: parameters, forward pass, back-propagation through time and
 * the optimiser step, behind {@link io.github.molweave.trainer.device.TrainingDevice}. The only
 * package that sees ND4J.
 */
package io.github.molweave.trainer.network;
