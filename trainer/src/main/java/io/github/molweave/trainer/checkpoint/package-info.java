/**
 * What a run leaves on disk: checkpoints from which it can go on, and the model file. Every file is
 * written beside its place and renamed, so that what stands there is always whole.
 */
package io.github.molweave.trainer.checkpoint;
