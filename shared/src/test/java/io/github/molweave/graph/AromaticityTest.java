package io.github.molweave.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AromaticityTest {
  @Test
  void callsTheSameAtomsAndBondsAromaticAsRdkit() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String[]> lines = GraphOf.golden(AromaticityTest.class, "aromaticity.tsv");
    for (String[] line : lines) {
      MolecularGraph graph = GraphOf.smiles(line[0]);
      StringBuilder flags = new StringBuilder();
      for (int atom = 0; atom < graph.atoms(); atom++) {
        flags.append(graph.isAromatic(atom) ? 'a' : '-');
      }
      int bonds = 0;
      for (int bond = 0; bond < graph.bonds(); bond++) {
        bonds += graph.isAromaticBond(bond) ? 1 : 0;
      }
      if (!line[1].contentEquals(flags) || bonds != Integer.parseInt(line[2])) {
        wrong.add(line[0] + " " + line[1] + " " + line[2] + ", here " + flags + " " + bonds);
      }
    }
    assertTrue(lines.size() > 300);
    assertEquals(List.of(), wrong);
  }

  @Test
  void doesNotAskHowTheTextSpellsIt() {
    assertEquals(6, aromaticAtoms("c1ccccc1"));
    assertEquals(6, aromaticAtoms("C1=CC=CC=C1"));
    assertEquals(10, aromaticAtoms("c1ccc2ccccc2c1"));
    assertEquals(0, aromaticAtoms("C1=CC=CC=CC=C1"));
  }

  @Test
  void leavesTheBondBetweenTheRingsOfAzuleneAlone() {
    MolecularGraph azulene = GraphOf.smiles("C1=CC=C2C=CC=C2C=C1");
    assertEquals(10, aromaticAtoms("C1=CC=C2C=CC=C2C=C1"));
    assertTrue(!azulene.isAromaticBond(azulene.bondBetween(3, 7)));
  }

  @Test
  void endsSoonOnALargeSheetOfFusedRings() {
    String row =
        "C1=CC2=CC3=CC4=CC5=CC6=CC7=CC8=CC9=CC%10=CC%11=CC=CC=C%11C=C%10C=C9C=C8C=C7"
            + "C=C6C=C5C=C4C=C3C=C2C=C1";
    assertEquals(46, aromaticAtoms(row));
  }

  private static int aromaticAtoms(String smiles) {
    MolecularGraph graph = GraphOf.smiles(smiles);
    int count = 0;
    for (int atom = 0; atom < graph.atoms(); atom++) {
      count += graph.isAromatic(atom) ? 1 : 0;
    }
    return count;
  }
}
