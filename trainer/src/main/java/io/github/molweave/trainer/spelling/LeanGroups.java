package io.github.molweave.trainer.spelling;

import io.github.molweave.trainer.spelling.SpelledBond.Lean;

/**
 * Slanted bonds that say something only together, those around one double bond or a chain of them.
 * All slants of a group may be turned at once; the first that is written then is {@code /}, as most
 * programs write it.
 */
final class LeanGroups {
  private static final int NONE = -1;

  private final int[] group;
  private final Lean[] first;

  private LeanGroups(int bonds) {
    group = new int[bonds];
    first = new Lean[bonds];
  }

  static LeanGroups of(SpelledMolecule molecule) {
    LeanGroups groups = new LeanGroups(molecule.bonds().size());
    for (int bond = 0; bond < groups.group.length; bond++) {
      groups.group[bond] = bond;
    }
    for (SpelledBond bond : molecule.bonds()) {
      if (bond.isDouble()) {
        int leaning = groups.join(molecule, bond.from(), NONE);
        groups.join(molecule, bond.to(), leaning);
      }
    }
    return groups;
  }

  private int join(SpelledMolecule molecule, int atom, int with) {
    int joined = with;
    for (int bond : molecule.atoms().get(atom).bonds()) {
      if (molecule.bonds().get(bond).lean() != Lean.NONE) {
        if (joined != NONE) {
          group[root(bond)] = root(joined);
        }
        joined = bond;
      }
    }
    return joined;
  }

  private int root(int bond) {
    int at = bond;
    while (group[at] != at) {
      at = group[at];
    }
    return at;
  }

  /** The slant to write for {@code bond}, which was read as {@code lean} in this direction. */
  Lean written(int bond, Lean lean) {
    int root = root(bond);
    if (first[root] == null) {
      first[root] = lean;
    }
    return first[root] == Lean.UP ? lean : lean.opposite();
  }
}
