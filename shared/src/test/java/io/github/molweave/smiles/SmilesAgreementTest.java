package io.github.molweave.smiles;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The verdicts of RDKit 2022.09.3 on PubChem molecules, whole and damaged; make_verdicts.py. */
class SmilesAgreementTest {

  @ParameterizedTest
  @CsvSource({"valid, 2900, 1", "damaged, 3900, 0.999", "sampled, 3400, 0.999", "corner, 400, 1"})
  void judgesAsRdkitDoes(String set, int atLeast, double share) throws IOException {
    int judged = 0;
    List<String> disagreements = new ArrayList<>();
    for (String[] cells : verdicts()) {
      if (cells[0].equals(set)) {
        judged++;
        Validity validity = Smiles.check(cells[2]);
        if (cells[1].equals("yes") != validity instanceof Validity.Valid) {
          disagreements.add(cells[2] + " (RDKit: " + cells[1] + ") " + validity);
        }
      }
    }
    assertTrue(judged >= atLeast, judged + " strings");
    assertTrue(
        disagreements.size() <= (1 - share) * judged, () -> String.join("\n", disagreements));
  }

  static List<String[]> verdicts() throws IOException {
    try (InputStream packed = SmilesAgreementTest.class.getResourceAsStream("verdicts.tsv.gz");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), US_ASCII))) {
      return lines.lines().map(line -> line.split("\t", 3)).toList();
    }
  }
}
