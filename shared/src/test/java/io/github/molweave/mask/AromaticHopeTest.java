package io.github.molweave.mask;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.smiles.GrowingMolecule;
import io.github.molweave.smiles.SmilesToken;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AromaticHopeTest {
  @Test
  void askingIsSparedOnlyWhereTheAnswerStaysYes() {
    String[] texts = "C c n o s N O = # - / . ( ) 1 2 3 [nH] [n+] [O-]".split(" ", -1);
    Random random = new Random(1);
    GrowingMolecule molecule = new GrowingMolecule();
    AromaticHope hope = new AromaticHope(molecule);
    int spared = 0;
    for (int walk = 0; walk < 20_000; walk++) {
      molecule.clear();
      StringBuilder text = new StringBuilder();
      for (int at = 0; at < 15; at++) {
        SmilesToken token = SmilesToken.of(texts[random.nextInt(texts.length)]);
        boolean mayEnd = hope.mayEndWith(token);
        int mark = molecule.mark();
        if (molecule.append(token) != null) {
          continue;
        }
        boolean may = molecule.mayStillFinish();
        assertTrue(may || mayEnd, () -> text + token.text());
        spared += mayEnd ? 0 : 1;
        if (may) {
          text.append(token.text());
        } else {
          molecule.backTo(mark);
        }
      }
    }
    assertTrue(spared > 50_000);
  }
}
