package io.github.molweave.trainer.spelling;

import java.util.List;

/** The largest of the molecules that one SMILES describes. */
public final class LargestFragment {
  private static final int HYDROGEN = 1;

  private LargestFragment() {}

  /**
   * The fragment of {@code smiles} with the most heavy atoms; of equal ones that with the greater
   * sum of atomic numbers, then the first. It is spelled as it was, unless a ring number reaches
   * over a dot.
   *
   * @return {@code smiles} itself when it is one fragment, or cannot be spelled anew
   */
  public static String of(String smiles) {
    if (smiles.indexOf('.') < 0) {
      return smiles;
    }
    SpelledMolecule molecule = SpelledMolecule.read(smiles);
    if (molecule == null) {
      return smiles;
    }
    int[] parts = molecule.parts();
    int count = 0;
    for (int part : parts) {
      count = Math.max(count, part + 1);
    }
    List<String> texts = List.of(smiles.split("\\.", -1));
    if (texts.size() != count) {
      texts = List.of(writtenInOrder(molecule).split("\\.", -1));
    }
    return texts.get(largest(molecule, parts, count));
  }

  private static String writtenInOrder(SpelledMolecule molecule) {
    int[] rank = new int[molecule.size()];
    for (int atom = 0; atom < rank.length; atom++) {
      rank[atom] = atom;
    }
    return SpellingWriter.write(molecule, rank);
  }

  private static int largest(SpelledMolecule molecule, int[] parts, int count) {
    long[] size = new long[count];
    for (int atom = 0; atom < parts.length; atom++) {
      int element = molecule.atoms().get(atom).element();
      size[parts[atom]] += (element == HYDROGEN ? 0 : 1L << 32) + element;
    }
    int largest = 0;
    for (int part = 1; part < count; part++) {
      largest = size[part] > size[largest] ? part : largest;
    }
    return largest;
  }
}
