/**
 * Molecules to batches for teacher forcing: what is fed and what is to be predicted, side by side.
 * The one place that prepends START and appends END.
 */
package io.github.molweave.trainer.batching;
