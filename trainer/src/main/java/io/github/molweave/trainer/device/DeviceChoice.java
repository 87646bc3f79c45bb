package io.github.molweave.trainer.device;

/** What the user wants to compute with. */
public enum DeviceChoice {
  /** A graphics card where this build and the card allow it, else the processor. */
  AUTO,
  /** The processor. */
  CPU,
  /** A graphics card, or nothing. */
  CUDA
}
