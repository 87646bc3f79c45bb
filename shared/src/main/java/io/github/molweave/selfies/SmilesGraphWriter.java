package io.github.molweave.selfies;

import io.github.molweave.selfies.MoleculeGraph.Atom;
import io.github.molweave.selfies.MoleculeGraph.Bond;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes a molecule in SMILES, its atoms in their order. */
final class SmilesGraphWriter {
  private static final int MOST_OPEN_RINGS = 99;

  private final StringBuilder text = new StringBuilder();
  private final boolean[] taken = new boolean[MOST_OPEN_RINGS + 1];

  /** Where the writing goes on when a branch is finished. */
  private final Deque<Place> open = new ArrayDeque<>();

  private SmilesGraphWriter() {}

  private record Place(Atom atom, int nextBond) {}

  /**
   * The SMILES of {@code molecule}; in the list of each atom its rings come first, unnumbered: 1.
   *
   * @throws RefusalException when more rings are open than SMILES has numbers for
   */
  static String write(MoleculeGraph molecule) throws RefusalException {
    SmilesGraphWriter writer = new SmilesGraphWriter();
    for (Atom root : molecule.roots()) {
      writer.text.append(writer.text.length() == 0 ? "" : ".");
      writer.fragment(root);
    }
    return writer.text.toString();
  }

  private void fragment(Atom root) throws RefusalException {
    Atom atom = root;
    int next = enter(root);
    while (true) {
      if (next < atom.bonds.size()) {
        Bond bond = atom.bonds.get(next);
        boolean last = next == atom.bonds.size() - 1;
        if (!last) {
          open.push(new Place(atom, next + 1));
          text.append('(');
        }
        text.append(bond.sign(bond.fromMark));
        atom = bond.to;
        next = enter(atom);
      } else if (open.isEmpty()) {
        return;
      } else {
        Place place = open.pop();
        text.append(')');
        atom = place.atom();
        next = place.nextBond();
      }
    }
  }

  /** Writes an atom with its ring numbers; gives the place of the first bond behind them. */
  private int enter(Atom atom) throws RefusalException {
    text.append(atom.label.smiles());
    List<Integer> closed = new ArrayList<>(0);
    int next = 0;
    while (next < atom.bonds.size() && atom.bonds.get(next).ring != 0) {
      Bond bond = atom.bonds.get(next++);
      boolean opens = bond.from == atom;
      if (opens) {
        bond.ring = freeNumber(atom);
      } else {
        closed.add(bond.ring);
      }
      text.append(bond.sign(opens ? bond.fromMark : bond.toMark));
      text.append(bond.ring > 9 ? "%" : "").append(bond.ring);
    }
    // Only now: the same number closing and opening at one atom would be hard to read.
    for (int number : closed) {
      taken[number] = false;
    }
    return next;
  }

  private int freeNumber(Atom atom) throws RefusalException {
    for (int number = 1; number <= MOST_OPEN_RINGS; number++) {
      if (!taken[number]) {
        taken[number] = true;
        return number;
      }
    }
    throw new RefusalException(
        SelfiesProblem.TOO_MANY_RINGS,
        atom.position,
        "more than " + MOST_OPEN_RINGS + " rings are open here; SMILES has no numbers for them");
  }
}
