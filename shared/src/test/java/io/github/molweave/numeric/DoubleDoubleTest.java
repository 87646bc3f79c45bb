package io.github.molweave.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The oracle itself against 300-bit arithmetic ({@code elementary.py}). */
class DoubleDoubleTest {
  @Test
  void agreesWithArbitraryPrecisionToFarBeyondADouble() throws IOException {
    int rows = 0;
    try (InputStream in = DoubleDoubleTest.class.getResourceAsStream("elementary.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] field = line.split("\t", -1);
        double x = Double.parseDouble(field[1]);
        DoubleDouble exact =
            new DoubleDouble(Double.parseDouble(field[2]), Double.parseDouble(field[3]));
        DoubleDouble difference = at(field[0], x).minus(exact);
        double error = Math.abs(difference.high()) / Math.ulp(exact.high());
        assertTrue(error < 1e-6, line + ": off by " + error + " ulp");
        rows++;
      }
    }
    assertEquals(1200, rows);
  }

  private static DoubleDouble at(String function, double x) {
    return switch (function) {
      case "exp" -> DoubleDouble.exp(x);
      case "log" -> DoubleDouble.log(x);
      case "sigmoid" -> DoubleDouble.sigmoid(x);
      case "tanh" -> DoubleDouble.tanh(x);
      default -> throw new IllegalArgumentException(function);
    };
  }
}
