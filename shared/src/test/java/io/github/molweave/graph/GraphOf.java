package io.github.molweave.graph;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Graphs and golden lines for tests. */
public final class GraphOf {
  private GraphOf() {}

  /** The graph of a SMILES that can be read. */
  public static MolecularGraph smiles(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    if (reading instanceof Reading.Rejected rejected) {
      throw new AssertionError(smiles + ": " + rejected.reason());
    }
    return MolecularGraph.of(((Reading.Understood) reading).molecule());
  }

  /** The cells of each line of a resource beside {@code owner}. */
  public static List<String[]> golden(Class<?> owner, String resource) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(owner.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      List<String[]> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line.split("\t", -1));
      }
      return lines;
    }
  }
}
