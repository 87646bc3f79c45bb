package io.github.molweave.trainer.fragments;

import io.github.molweave.graph.MolecularGraph;
import java.util.List;

/**
 * A part of a molecule: some of its atoms, the bonds between them, and what stands where other
 * bonds were cut.
 *
 * @param graph the molecule
 * @param atoms which of its atoms are in the part, one entry for each atom
 * @param cuts the bonds between the part and the rest; not all need be listed
 */
record Substructure(MolecularGraph graph, boolean[] atoms, List<Cut> cuts) {
  /** {@link Cut#label} where hydrogens take the place of what was cut off. */
  static final int HYDROGEN = 0;

  /**
   * A bond that was cut.
   *
   * @param atom its end inside the part
   * @param outside its other end
   * @param order its order, 1..3
   * @param label what takes the other end's place: {@link #HYDROGEN}, or a dummy atom {@code *}
   *     with this isotope number
   */
  record Cut(int atom, int outside, int order, int label) {}
}
