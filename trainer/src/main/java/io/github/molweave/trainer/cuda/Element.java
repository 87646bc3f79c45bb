package io.github.molweave.trainer.cuda;

/** How a number lies in the card's memory. */
public enum Element {
  /** 32 bits. */
  FLOAT(4),
  /** The upper 16 bits of a float. */
  BFLOAT16(2);

  private final int bytes;

  Element(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** What kernels take for {@code narrow}. */
  long narrow() {
    return this == BFLOAT16 ? 1 : 0;
  }
}
