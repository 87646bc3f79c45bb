package io.github.molweave.trainer.fragments;

import io.github.molweave.graph.MolecularGraph;

/**
 * Which single bonds of a part carry the marks that tell the sides of its double bonds. Hydrogens
 * that stand for what was cut off leave the sides as they were.
 */
final class BondMarks {
  private static final int NONE = -1;

  private final Substructure part;
  private final MolecularGraph graph;

  /** For each bond +1 or -1: up or down when written from its begin to its end; 0 without mark. */
  private final int[] directions;

  BondMarks(Substructure part) {
    this.part = part;
    this.graph = part.graph();
    this.directions = new int[graph.bonds()];
    for (int bond = 0; bond < directions.length; bond++) {
      int parity = graph.bondParity(bond);
      if (graph.order(bond) == 2
          && (parity == 1 || parity == 2)
          && part.atoms()[graph.begin(bond)]
          && part.atoms()[graph.end(bond)]) {
        mark(bond, parity);
      }
    }
  }

  /** The mark of {@code bond} written from atom {@code from} on. */
  String of(int bond, int from) {
    int direction = graph.begin(bond) == from ? directions[bond] : -directions[bond];
    return direction == 0 ? "" : direction > 0 ? "/" : "\\";
  }

  private void mark(int bond, int parity) {
    int one = graph.begin(bond);
    int other = graph.end(bond);
    int oneArm = arm(one, bond);
    int otherArm = arm(other, bond);
    if (oneArm == NONE || otherArm == NONE) {
      return;
    }
    // Parities are about the neighbours with the lowest numbers; the other one is opposite.
    boolean flipped = isHigher(one, oneArm, bond) != isHigher(other, otherArm, bond);
    boolean opposite = (parity == 1) != flipped;
    int upAtOne = outward(oneArm, one);
    int upAtOther = outward(otherArm, other);
    if (upAtOne == 0 && upAtOther == 0) {
      upAtOne = 1;
      turn(oneArm, one, 1);
    }
    if (upAtOne == 0) {
      turn(oneArm, one, opposite ? -upAtOther : upAtOther);
    } else if (upAtOther == 0) {
      turn(otherArm, other, opposite ? -upAtOne : upAtOne);
    }
  }

  /** The single bond at {@code atom} to mark: one that is marked already, or the lowest. */
  private int arm(int atom, int doubleBond) {
    int best = NONE;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      int bond = graph.linkedBond(link);
      if (bond == doubleBond) {
        continue;
      }
      if (graph.order(bond) != 1) {
        return NONE;
      }
      if (!isWritten(atom, graph.linkedAtom(link))) {
        continue;
      }
      if (best == NONE || isBetter(bond, best)) {
        best = bond;
      }
    }
    return best;
  }

  /** Both bonds have one end in common. */
  private boolean isBetter(int bond, int best) {
    boolean isMarked = directions[bond] != 0;
    boolean bestIsMarked = directions[best] != 0;
    return isMarked == bestIsMarked
        ? graph.begin(bond) + graph.end(bond) < graph.begin(best) + graph.end(best)
        : isMarked;
  }

  private boolean isWritten(int atom, int neighbour) {
    return part.atoms()[neighbour]
        || part.cuts().stream()
            .anyMatch(
                cut ->
                    cut.atom() == atom
                        && cut.outside() == neighbour
                        && cut.label() != Substructure.HYDROGEN);
  }

  private boolean isHigher(int atom, int arm, int doubleBond) {
    int neighbour = graph.begin(arm) + graph.end(arm) - atom;
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      if (graph.linkedBond(link) != doubleBond && graph.linkedAtom(link) < neighbour) {
        return true;
      }
    }
    return false;
  }

  /** +1 when {@code arm} goes up from {@code atom}, -1 down, 0 without mark. */
  private int outward(int arm, int atom) {
    return graph.begin(arm) == atom ? directions[arm] : -directions[arm];
  }

  private void turn(int arm, int atom, int up) {
    directions[arm] = graph.begin(arm) == atom ? up : -up;
  }
}
