package io.github.molweave.trainer.spelling;

import io.github.molweave.trainer.spelling.SpelledAtom.Chirality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The atoms and bonds of a SMILES as they are written: labels, bond symbols and stereo marks are
 * kept, only their order can change.
 */
public final class SpelledMolecule {
  private static final int NOWHERE = -1;

  private final List<SpelledAtom> atoms = new ArrayList<>();
  private final List<SpelledBond> bonds = new ArrayList<>();

  /** Made by {@link SpelledMoleculeReader}. */
  SpelledMolecule() {}

  /**
   * Reads {@code smiles}.
   *
   * @return the molecule, or null when the text is no SMILES or uses what only its own order of
   *     atoms can say: stereo classes beyond {@code @} and {@code @@}, dative bonds, ring numbers
   *     above 99
   */
  public static SpelledMolecule read(String smiles) {
    return SpelledMoleculeReader.read(smiles);
  }

  /** Number of atoms as written. */
  public int size() {
    return atoms.size();
  }

  /** How many ring numbers any spelling opens, one for each independent ring. */
  public int rings() {
    int parts = 0;
    for (int part : parts()) {
      parts = Math.max(parts, part + 1);
    }
    return bonds.size() - atoms.size() + parts;
  }

  /** The atoms in the order of the text. */
  List<SpelledAtom> atoms() {
    return atoms;
  }

  /** The bonds in the order of the text. */
  List<SpelledBond> bonds() {
    return bonds;
  }

  /** For each atom the number of its connected part, counted from 0 in the order of the text. */
  int[] parts() {
    int[] part = new int[atoms.size()];
    Arrays.fill(part, NOWHERE);
    int[] waiting = new int[atoms.size()];
    int count = 0;
    for (int root = 0; root < part.length; root++) {
      if (part[root] != NOWHERE) {
        continue;
      }
      int left = 0;
      waiting[left++] = root;
      part[root] = count;
      while (left > 0) {
        int atom = waiting[--left];
        for (int bond : atoms.get(atom).bonds()) {
          int other = bonds.get(bond).other(atom);
          if (part[other] == NOWHERE) {
            part[other] = count;
            waiting[left++] = other;
          }
        }
      }
      count++;
    }
    return part;
  }

  /**
   * Whether {@code atom} is one of the three-armed centres (sulfonium, phosphine) whose mark RDKit
   * reads the other way round when one of the arms is written as a ring number.
   */
  boolean turnsWithOneRing(int atom) {
    SpelledAtom centre = atoms.get(atom);
    if (centre.chirality() == Chirality.NONE
        || centre.hasHydrogen()
        || centre.bonds().size() != 3) {
      return false;
    }
    for (int bond : centre.bonds()) {
      if (!bonds.get(bond).isSingle()) {
        return false;
      }
    }
    return true;
  }
}
