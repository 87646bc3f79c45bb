package io.github.molweave.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logits of 60 steps against PyTorch in double precision ({@code logits.py}). */
class PyTorchAgreementTest {
  private static final double TOLERANCE = 0.0002;

  /** A network is named by cell, V, E, H, layers and seed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gru-reset-after 17 11 37 1 1",
        "gru-reset-after 13 5 19 3 2",
        "lstm 15 7 23 2 3",
        "gru-reset-before 11 9 29 2 4"
      })
  void logitsDifferByTheRoundingOfActivationsOnly(String network) throws IOException {
    LanguageModel model = model(network);
    Streams state = model.streams(1);
    double[] logits = new double[model.architecture().vocabularySize()];
    double worst = 0;
    double largest = 0;
    List<String[]> rows = rows(network);
    assertEquals(60, rows.size());
    for (String[] row : rows) {
      state.step(new int[] {Integer.parseInt(row[1])}, 1, logits);
      String[] expected = row[2].split(" ", -1);
      assertEquals(logits.length, expected.length);
      for (int token = 0; token < logits.length; token++) {
        double want = Double.parseDouble(expected[token]);
        double difference = Math.abs(logits[token] - want);
        worst = difference <= worst ? worst : difference;
        largest = Math.max(largest, Math.abs(want));
      }
    }
    assertTrue(largest > 0.9, "logits too small to tell anything: " + largest);
    assertTrue(worst < TOLERANCE, "off by " + worst);
  }

  private static LanguageModel model(String network) {
    String[] part = network.split(" ", -1);
    int[] size = new int[part.length];
    for (int i = 1; i < part.length; i++) {
      size[i] = Integer.parseInt(part[i]);
    }
    Architecture sizes =
        new Architecture(CellKind.ofId(part[0]), size[1], size[2], size[3], size[4]);
    return LanguageModel.of(FormulaNetworks.of(sizes, size[5]));
  }

  private static List<String[]> rows(String network) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = PyTorchAgreementTest.class.getResourceAsStream("logits.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] row = line.split("\t", -1);
        if (row[0].equals(network)) {
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
