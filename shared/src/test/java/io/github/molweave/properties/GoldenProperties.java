package io.github.molweave.properties;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.graph.GraphOf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line of {@code properties.tsv}: what RDKit computes of a molecule. */
record GoldenProperties(String set, String smiles, String[] cells) {
  /** What was computed once, for the tests that look at one column each. */
  private static final Map<String, MolecularProperties> COMPUTED = new HashMap<>();

  static List<GoldenProperties> all() throws IOException {
    List<GoldenProperties> all = new ArrayList<>();
    for (String[] line : GraphOf.golden(GoldenProperties.class, "properties.tsv")) {
      all.add(new GoldenProperties(line[0], line[1], line));
    }
    return all;
  }

  double number(int column) {
    return Double.parseDouble(cells[column]);
  }

  /** Ascending, with commas between; a dash without rings. */
  String ringSizes() {
    return cells[8];
  }

  List<String> spellings() {
    return List.of(cells[16], cells[17]);
  }

  static MolecularProperties of(String smiles) {
    return COMPUTED.computeIfAbsent(smiles, GoldenProperties::compute);
  }

  private static MolecularProperties compute(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    if (reading instanceof Reading.Rejected rejected) {
      throw new AssertionError(smiles + ": " + rejected.reason());
    }
    return MolecularProperties.of(((Reading.Understood) reading).molecule());
  }
}
