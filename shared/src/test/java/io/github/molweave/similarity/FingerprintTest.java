package io.github.molweave.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading.Understood;
import io.github.molweave.similarity.DistinctMolecules.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void measuresLikenessAsRdkitDoes() throws IOException {
    double worst = 0;
    double total = 0;
    List<String> pairs = pairs();
    for (String pair : pairs) {
      int tab = pair.indexOf('\t');
      int last = pair.lastIndexOf('\t');
      double ours =
          fingerprint(pair.substring(0, tab)).tanimoto(fingerprint(pair.substring(tab + 1, last)));
      double off = Math.abs(ours - Double.parseDouble(pair.substring(last + 1)));
      worst = Math.max(worst, off);
      total += off;
    }
    // Of two surroundings that cover the same bonds each keeps one, and not always the same.
    assertTrue(worst <= 0.06, "worst difference " + worst);
    assertTrue(total / pairs.size() <= 0.003, "mean difference " + total / pairs.size());
  }

  @Test
  void isTheSameBothWaysAndOneForTheMoleculeItself() throws IOException {
    for (String pair : pairs().subList(0, 100)) {
      int tab = pair.indexOf('\t');
      Fingerprint first = fingerprint(pair.substring(0, tab));
      Fingerprint second = fingerprint(pair.substring(tab + 1, pair.lastIndexOf('\t')));
      assertEquals(first.tanimoto(second), second.tanimoto(first));
      assertEquals(1, first.tanimoto(first));
    }
  }

  @Test
  void doesNotSeeHowAMoleculeIsSpelled() {
    assertEquals(
        1, fingerprint("OC(=O)c1ccccc1OC(C)=O").tanimoto(fingerprint("CC(=O)Oc1ccccc1C(=O)O")));
    assertEquals(0, fingerprint("CC").tanimoto(fingerprint("O")));
  }

  @Test
  void aCollectionHoldsEachMoleculeOnce() {
    DistinctMolecules molecules = new DistinctMolecules();
    assertEquals(0, molecules.add(molecule("OCC")));
    assertNull(molecules.nearest(0));
    assertEquals(1, molecules.add(molecule("c1ccccc1")));
    assertEquals(0, molecules.add(molecule("CCO")));
    assertEquals(2, molecules.add(molecule("Cc1ccccc1")));
    assertEquals(3, molecules.add(molecule("C[C@H](N)O")));
    assertEquals(4, molecules.add(molecule("C[C@@H](N)O")));
    assertEquals(5, molecules.size());
    assertEquals(2, molecules.nearest(1).number());
    assertEquals(1, molecules.nearest(2).number());
    assertEquals(new Nearest(4, 1), molecules.nearest(3));
    assertThrows(IndexOutOfBoundsException.class, () -> molecules.nearest(5));
    assertThrows(IndexOutOfBoundsException.class, () -> molecules.nearest(-1));
  }

  private static Fingerprint fingerprint(String smiles) {
    return Fingerprint.of(molecule(smiles));
  }

  private static Molecule molecule(String smiles) {
    return ((Understood) MoleculeReader.read(smiles, ReadRule.STRICT)).molecule();
  }

  private static List<String> pairs() throws IOException {
    try (InputStream in = FingerprintTest.class.getResourceAsStream("tanimoto.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
