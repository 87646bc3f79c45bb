package io.github.molweave.chemistry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One line of {@code molecules.tsv}: what RDKit says of a molecule. */
record GoldenMolecule(String smiles, String formula, double weight, List<String> spellings) {

  static List<GoldenMolecule> all() throws IOException {
    List<GoldenMolecule> molecules = new ArrayList<>();
    for (String[] cells : lines("molecules.tsv")) {
      molecules.add(
          new GoldenMolecule(
              cells[0], cells[1], Double.parseDouble(cells[2]), List.of(cells[3], cells[4])));
    }
    return molecules;
  }

  /** The cells of each line of a resource beside this class. */
  static List<String[]> lines(String resource) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                GoldenMolecule.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      List<String[]> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line.split("\t", -1));
      }
      return lines;
    }
  }

  static Molecule read(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    if (reading instanceof Reading.Rejected rejected) {
      throw new AssertionError(smiles + ": " + rejected.reason());
    }
    return ((Reading.Understood) reading).molecule();
  }
}
