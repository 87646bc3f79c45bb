package io.github.molweave.selfies;

import io.github.molweave.selfies.MoleculeGraph.Atom;
import io.github.molweave.selfies.MoleculeGraph.Bond;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives lower-case atoms alternating single and double bonds: every atom that needs a double bond
 * is paired with a neighbour that needs one too, a perfect matching. Atoms with the fewest free
 * neighbours choose first, which settles nearly all molecules; what is left over is joined along
 * alternating paths.
 */
final class KekuleStructure {
  private static final int NOBODY = -1;

  private final List<Atom> needy = new ArrayList<>();

  /**
   * For each needy atom the aromatic bonds to needy neighbours, in the order in which the text
   * makes them.
   */
  private final List<List<Bond>> candidates = new ArrayList<>();

  /** The place of each atom of the molecule among the needy ones, or {@link #NOBODY}. */
  private final int[] place;

  private final int[] partner;

  private KekuleStructure(MoleculeGraph molecule) {
    place = new int[molecule.atoms().size()];
    Arrays.fill(place, NOBODY);
    for (Atom atom : molecule.atoms()) {
      if (needsDoubleBond(atom)) {
        place[atom.index] = needy.size();
        needy.add(atom);
      }
    }
    for (Atom atom : needy) {
      candidates.add(candidates(atom));
    }
    partner = new int[needy.size()];
    Arrays.fill(partner, NOBODY);
  }

  /**
   * Makes {@code molecule} one without aromatic atoms and bonds.
   *
   * @throws RefusalException when its double bonds cannot be placed
   */
  static void choose(MoleculeGraph molecule) throws RefusalException {
    KekuleStructure structure = new KekuleStructure(molecule);
    structure.pairGreedily();
    structure.pairTheRest();
    for (Atom atom : molecule.atoms()) {
      if (atom.label.isAromatic()) {
        atom.label = atom.label.inCapitals();
      }
      for (Bond bond : atom.bonds) {
        if (bond.order == Bond.AROMATIC) {
          bond.order = 1;
          if (structure.arePaired(bond)) {
            bond.order = 2;
            MoleculeGraph.count(bond, 1);
          }
        }
      }
    }
  }

  private boolean arePaired(Bond bond) {
    int from = place[bond.from.index];
    return from != NOBODY && partner[from] != NOBODY && partner[from] == place[bond.to.index];
  }

  private static boolean needsDoubleBond(Atom atom) {
    if (!atom.label.isAromatic() || !hasAromaticBond(atom)) {
      return false;
    }
    int valence = usualValence(atom.label.element());
    if (atom.label.hydrogens() == AtomLabel.UNSAID) {
      boolean filled = atom.bondOrders == valence || atom.bondOrders == higherValence(valence);
      return !filled;
    }
    int free =
        higherValence(valence) - atom.label.charge() - atom.bondOrders - atom.label.hydrogens();
    return free > 0 && free % 2 == 1;
  }

  private static boolean hasAromaticBond(Atom atom) {
    if (atom.into != null && atom.into.order == Bond.AROMATIC) {
      return true;
    }
    for (Bond bond : atom.bonds) {
      if (bond.order == Bond.AROMATIC) {
        return true;
      }
    }
    return false;
  }

  private static int usualValence(String element) {
    if (element.equals("c") || element.equals("si")) {
      return 4;
    }
    return " b al n p as ".contains(" " + element + " ") ? 3 : 2;
  }

  private static int higherValence(int usual) {
    return usual == 4 ? 4 : usual + 2;
  }

  private List<Bond> candidates(Atom atom) {
    List<Bond> found = new ArrayList<>(3);
    if (atom.into != null) {
      consider(atom.into, found);
    }
    for (Bond bond : atom.bonds) {
      consider(bond, found);
    }
    return found;
  }

  private void consider(Bond bond, List<Bond> found) {
    boolean bothNeedy = place[bond.from.index] != NOBODY && place[bond.to.index] != NOBODY;
    if (bond.order == Bond.AROMATIC && bothNeedy) {
      int at = found.size();
      while (at > 0 && found.get(at - 1).to.index > bond.to.index) {
        at--;
      }
      found.add(at, bond);
    }
  }

  /** The needy atom at the other end of a candidate of {@code one}. */
  private int neighbour(int one, Bond bond) {
    int from = place[bond.from.index];
    return from == one ? place[bond.to.index] : from;
  }

  private void pairGreedily() {
    int[] free = new int[needy.size()];
    RankedQueue fewestFirst = new RankedQueue(free.length);
    for (int one = 0; one < free.length; one++) {
      free[one] = candidates.get(one).size();
      fewestFirst.add(free[one], one);
    }
    while (!fewestFirst.isEmpty()) {
      int one = fewestFirst.remove();
      if (partner[one] != NOBODY || free[one] == 0) {
        continue;
      }
      int other = firstFree(one);
      pair(one, other);
      for (int end : new int[] {one, other}) {
        for (Bond bond : candidates.get(end)) {
          int beside = neighbour(end, bond);
          free[beside]--;
          if (partner[beside] == NOBODY && free[beside] > 0) {
            fewestFirst.add(free[beside], beside);
          }
        }
      }
    }
  }

  private int firstFree(int one) {
    for (Bond bond : candidates.get(one)) {
      int other = neighbour(one, bond);
      if (partner[other] == NOBODY) {
        return other;
      }
    }
    return NOBODY;
  }

  private void pair(int one, int other) {
    partner[one] = other;
    partner[other] = one;
  }

  private void pairTheRest() throws RefusalException {
    int[] cameFrom = new int[partner.length];
    int[] seenBy = new int[partner.length];
    Arrays.fill(seenBy, NOBODY);
    for (int one = 0; one < partner.length; one++) {
      if (partner[one] == NOBODY && !pairAlongPath(one, cameFrom, seenBy)) {
        throw new RefusalException(
            SelfiesProblem.AROMATICITY,
            needy.get(one).position,
            "this lower-case atom gets no double bond; is a hydrogen missing, as in [nH]?");
      }
    }
  }

  /** Breadth first over alternating paths; every second atom of a path is reached by its pair. */
  private boolean pairAlongPath(int start, int[] cameFrom, int[] seenBy) {
    int[] waiting = new int[partner.length];
    int asked = 0;
    int known = 0;
    waiting[known++] = start;
    seenBy[start] = start;
    cameFrom[start] = NOBODY;
    while (asked < known) {
      int one = waiting[asked++];
      for (Bond bond : candidates.get(one)) {
        int other = neighbour(one, bond);
        if (partner[other] == NOBODY && other != start) {
          flip(one, other, cameFrom);
          return true;
        }
        int next = partner[other];
        if (next != NOBODY && seenBy[next] != start) {
          seenBy[next] = start;
          cameFrom[next] = one;
          waiting[known++] = next;
        }
      }
    }
    return false;
  }

  private void flip(int last, int end, int[] cameFrom) {
    int one = last;
    int other = end;
    while (one != NOBODY) {
      int left = partner[one];
      pair(one, other);
      other = left;
      one = cameFrom[one];
    }
  }
}
