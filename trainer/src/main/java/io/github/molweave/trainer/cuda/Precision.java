package io.github.molweave.trainer.cuda;

import java.util.Locale;

/**
 * How exactly the card computes. Parameters, their gradient, Adam's means, logits and losses are 32
 * bits wide in every one.
 */
public enum Precision {
  /** Products of 32-bit numbers as they are. */
  FLOAT32(Element.FLOAT),
  /**
   * Products of factors rounded to 10 bits after the point, summed in 32; on cards that can (Ampere
   * and newer), else as {@link #FLOAT32}.
   */
  TF32(Element.FLOAT),
  /** Activations and a copy of the weights in 16 bits, sums in 32. */
  BF16(Element.BFLOAT16);

  private final Element element;

  Precision(Element element) {
    this.element = element;
  }

  /** Of activations, and of the weights that cuDNN reads. */
  public Element element() {
    return element;
  }

  /** The spelling on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
