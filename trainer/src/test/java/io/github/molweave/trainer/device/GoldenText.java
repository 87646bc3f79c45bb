package io.github.molweave.trainer.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The networks of {@code golden-steps.txt}. */
public final class GoldenText {
  private GoldenText() {}

  /** GRU and LSTM with one to three layers. */
  public static List<GoldenTraining> networks() {
    try (var stream = GoldenText.class.getResourceAsStream("golden-steps.txt")) {
      return GoldenTraining.read(
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
