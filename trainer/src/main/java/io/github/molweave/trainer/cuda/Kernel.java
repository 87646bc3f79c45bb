package io.github.molweave.trainer.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The kernels of {@code kernels.cu}, which says what each does and what its arguments are. */
public enum Kernel {
  /** Sets every element. */
  FILL(4),
  /** Floats to bfloat16. */
  NARROW_ALL(3),
  /** Bfloat16 to floats. */
  WIDEN_ALL(3),
  /** Rows of the embedding by token. */
  EMBED(6),
  /** Rows of the unit matrix by token. */
  ONE_HOT(6),
  /** Losses and, where wanted, their gradient. */
  SOFTMAX_CROSS_ENTROPY(11),
  /** One update. */
  ADAM(11),
  /** Weight decay. */
  SHRINK(3),
  /** Numbers left out between two layers. */
  DROPOUT(15);

  private final int arguments;

  Kernel(int arguments) {
    this.arguments = arguments;
  }

  /** How many arguments it takes, 8 bytes each. */
  public int arguments() {
    return arguments;
  }

  /** Its name in the source. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The source of all of them, CUDA C. */
  public static String source() {
    try (var stream = Kernel.class.getResourceAsStream("kernels.cu")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
