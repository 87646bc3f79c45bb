package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.actelion.research.chem.StereoMolecule;
import io.github.molweave.chemistry.TokenAtoms.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenAtomsTest {

  /** {@code atom-order.tsv} has each atom of a text as RDKit numbers it. */
  @Test
  void findsEachAtomOfTheTextInTheStructure() throws IOException {
    for (String[] cells : GoldenMolecule.lines("atom-order.tsv")) {
      Reading reading = MoleculeReader.read(cells[0], ReadRule.LENIENT);
      Molecule molecule = ((Reading.Understood) reading).molecule();
      assertEquals(cells[1], described(molecule), cells[0]);
    }
  }

  private static String described(Molecule molecule) {
    StereoMolecule structure = molecule.structure();
    structure.ensureHelperArrays(StereoMolecule.cHelperNeighbours);
    int[] written = new int[structure.getAllAtoms()];
    for (int atom = 0; atom < molecule.writtenAtoms(); atom++) {
      written[molecule.structureAtom(atom)] = atom;
    }
    List<String> atoms = new ArrayList<>();
    for (int atom = 0; atom < molecule.writtenAtoms(); atom++) {
      int at = molecule.structureAtom(atom);
      TreeSet<Integer> neighbours = new TreeSet<>();
      for (int i = 0; i < structure.getAllConnAtoms(at); i++) {
        neighbours.add(written[structure.getConnAtom(at, i)]);
      }
      String element = structure.getAtomicNo(at) == 1 ? "H" : structure.getAtomLabel(at);
      atoms.add(
          element
              + "."
              + structure.getAtomMass(at)
              + "."
              + structure.getAtomCharge(at)
              + ":"
              + neighbours.toString().replaceAll("[\\[\\] ]", ""));
    }
    return String.join(" ", atoms);
  }

  /** A bond that is written joins the two atoms that RDKit finds bonded. */
  @Test
  void joinsOnlyNeighboursByBondsAndRings() throws IOException {
    for (String[] cells : GoldenMolecule.lines("atom-order.tsv")) {
      String[] atoms = cells[1].split(" ", -1);
      Reading reading = MoleculeReader.read(cells[0], ReadRule.LENIENT);
      TokenAtoms map = TokenAtoms.of(((Reading.Understood) reading).molecule());
      StringBuilder text = new StringBuilder();
      int written = 0;
      for (TokenAtoms.Token token : map.tokens()) {
        text.append(token.text());
        written += token.kind() == Kind.ATOM ? 1 : 0;
        if (token.atoms().size() == 2) {
          String neighbours = atoms[token.atoms().get(0)].split(":", -1)[1];
          String other = token.atoms().get(1).toString();
          assertTrue(List.of(neighbours.split(",", -1)).contains(other), cells[0] + token);
        } else {
          assertTrue(token.kind() != Kind.BOND, cells[0] + token);
        }
      }
      assertEquals(cells[0], text.toString());
      assertEquals(atoms.length, written);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "CC(=O)Cl C:0|C:1|(:1|=:1,2|O:2|):1|Cl:3",
        "C1=CC1 C:0|1:0|=:0,1|C:1|C:2|1:0,2",
        "C=1CC1 C:0|=:0,2|1:0|C:1|C:2|1:0,2",
        "C1CC=1 C:0|1:0|C:1|C:2|=:0,2|1:0,2",
        "C=%12CC=%12 C:0|=:0,2|%12:0|C:1|C:2|=:0,2|%12:0,2",
        "[Na+].F/C=C/F [Na+]:0|.:|F:1|/:1,2|C:2|=:2,3|C:3|/:3,4|F:4",
        "C(C)(N)O C:0|(:0|C:1|):0|(:0|N:2|):0|O:3",
        "C12CC1C2 C:0|1:0|2:0|C:1|C:2|1:0,2|C:3|2:0,3"
      })
  void namesTheAtomsOfEachToken(String smiles, String expected) {
    List<String> found = new ArrayList<>();
    for (TokenAtoms.Token token : TokenAtoms.of(GoldenMolecule.read(smiles)).tokens()) {
      found.add(token.text() + ":" + token.atoms().toString().replaceAll("[\\[\\] ]", ""));
    }
    assertEquals(expected, String.join("|", found));
  }
}
