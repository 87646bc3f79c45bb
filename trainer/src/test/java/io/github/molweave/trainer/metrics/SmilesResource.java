package io.github.molweave.trainer.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The lines of a golden file. */
final class SmilesResource {
  private SmilesResource() {}

  static List<String> lines(Class<?> beside, String name) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(beside.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    }
  }
}
