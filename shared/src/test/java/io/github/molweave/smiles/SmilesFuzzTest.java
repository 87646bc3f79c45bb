package io.github.molweave.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Random texts, up to 100,000 characters. For more: {@code -Dsmiles.fuzz=10000000}. */
class SmilesFuzzTest {

  @Test
  void alwaysAnswersWithAPlaceInTheText() throws IOException {
    List<String> molecules =
        SmilesAgreementTest.verdicts().stream().map(cells -> cells[2]).limit(3000).toList();
    SmilesNoise noise = new SmilesNoise(20221122, molecules);
    SmilesValidator validator = new SmilesValidator();
    int valid = 0;
    int count = Integer.getInteger("smiles.fuzz", 100_000);

    for (int i = 0; i < count; i++) {
      String text = noise.next();
      Validity validity = validator.check(text, Scrutiny.CHEMISTRY);
      if (validity instanceof Validity.Invalid invalid) {
        assertTrue(isPlace(invalid.position(), text), text);
        assertTrue(invalid.related() == -1 || isPlace(invalid.related(), text), text);
        assertTrue(invalid.related() != invalid.position(), text);
        assertTrue(!invalid.message().isBlank() && invalid.message().length() < 200, text);
      } else {
        valid++;
        assertEquals(validity, validator.check(text, Scrutiny.SPELLING), text);
      }
    }

    assertTrue(valid > count / 50, "only " + valid + " valid of " + count);
  }

  private static boolean isPlace(int position, String text) {
    return position >= 0 && position <= text.length();
  }
}
