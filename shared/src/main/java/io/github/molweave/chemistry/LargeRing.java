package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;
import java.util.Arrays;
import java.util.Random;

/**
 * A ring of eight atoms and more, laid out as a zigzag, with everything that hangs on it pointing
 * away from it: a beginning, from which springs can find the shape.
 */
final class LargeRing {
  private static final int SMALLEST = 8;

  /** How far a walk along a zigzag turns at each corner. */
  private static final double TURN = Math.PI / 3;

  private static final int WALKS = 2000;
  private static final int EITHER = 0;
  private static final int CIS = 1;
  private static final int TRANS = 2;

  private final StereoMolecule structure;
  private final int[] members;

  private LargeRing(StereoMolecule structure, int[] members) {
    this.structure = structure;
    this.members = members;
  }

  /** The smallest ring through {@code bond}, or null when that is small or there is none. */
  static LargeRing through(StereoMolecule structure, int bond) {
    int start = structure.getBondAtom(0, bond);
    int goal = structure.getBondAtom(1, bond);
    int[] before = new int[structure.getAllAtoms()];
    Arrays.fill(before, -1);
    int[] queue = new int[before.length];
    int count = 1;
    queue[0] = start;
    before[start] = start;
    for (int next = 0; next < count && before[goal] < 0; next++) {
      int atom = queue[next];
      for (int i = 0; i < structure.getAllConnAtoms(atom); i++) {
        int neighbour = structure.getConnAtom(atom, i);
        if (before[neighbour] < 0 && (atom != start || neighbour != goal)) {
          before[neighbour] = atom;
          queue[count++] = neighbour;
        }
      }
    }
    if (before[goal] < 0) {
      return null;
    }
    int size = 1;
    for (int atom = goal; atom != start; atom = before[atom]) {
      size++;
    }
    int[] members = new int[size];
    for (int i = 0, atom = goal; i < size; i++, atom = before[atom]) {
      members[i] = atom;
    }
    return size < SMALLEST ? null : new LargeRing(structure, members);
  }

  /**
   * Writes a place for each atom, in bond lengths.
   *
   * @param variant from 0: how many better beginnings are left out
   */
  void layOut(int variant, double[] x, double[] y) {
    boolean[] placed = new boolean[x.length];
    int[] queue = new int[x.length];
    double[] direction = new double[x.length];
    walk(chosen(variant), x, y, direction);
    for (int i = 0; i < members.length; i++) {
      placed[members[i]] = true;
      queue[i] = members[i];
    }
    int count = members.length;
    for (int next = 0; next < count; next++) {
      int atom = queue[next];
      int child = 0;
      for (int i = 0; i < structure.getAllConnAtoms(atom); i++) {
        int neighbour = structure.getConnAtom(atom, i);
        if (!placed[neighbour]) {
          // To the left, to the right, and on.
          double turn = child == 0 ? 0.5 : child == 1 ? -0.5 : 0.1;
          direction[neighbour] = direction[atom] + (next < members.length ? turn / 5 : turn);
          x[neighbour] = x[atom] + Math.cos(direction[neighbour]);
          y[neighbour] = y[atom] + Math.sin(direction[neighbour]);
          placed[neighbour] = true;
          queue[count++] = neighbour;
          child++;
        }
      }
    }
  }

  /** Goes around the ring, turning at each corner; what is missing at the end all corners share. */
  private void walk(int[] corners, double[] x, double[] y, double[] outwards) {
    int size = members.length;
    double share = missing(corners) / size;
    double heading = 0;
    double right = 0;
    double down = 0;
    for (int i = 0; i < size; i++) {
      int atom = members[i];
      x[atom] = right;
      y[atom] = down;
      double turn = corners[i] * TURN + share;
      outwards[atom] = heading + turn / 2 - corners[i] * Math.PI / 2;
      heading += turn;
      right += Math.cos(heading);
      down += Math.sin(heading);
    }
    for (int i = 0; i < size; i++) {
      x[members[i]] -= right * i / size;
      y[members[i]] -= down * i / size;
    }
  }

  /** What a walk's turns lack of a whole one. */
  private static double missing(int[] corners) {
    double missing = 2 * Math.PI;
    for (int corner : corners) {
      missing -= corner * TURN;
    }
    return missing;
  }

  /** How far from its beginning a walk ends, and how much its corners have to give. */
  private static double gap(int[] corners) {
    double share = missing(corners) / corners.length;
    double heading = 0;
    double right = 0;
    double down = 0;
    for (int corner : corners) {
      heading += corner * TURN + share;
      right += Math.cos(heading);
      down += Math.sin(heading);
    }
    return Math.sqrt(right * right + down * down) + Math.abs(missing(corners));
  }

  /** Of many walks at random, always the same, the one that closes best but for {@code variant}. */
  private int[] chosen(int variant) {
    Random dice = new Random(members.length);
    int[][] best = new int[variant + 1][];
    double[] gaps = new double[variant + 1];
    Arrays.fill(gaps, Double.POSITIVE_INFINITY);
    for (int attempt = 0; attempt < WALKS; attempt++) {
      int[] corners = corners(dice);
      double gap = corners == null ? Double.POSITIVE_INFINITY : gap(corners);
      for (int rank = 0; rank <= variant && corners != null; rank++) {
        if (gap < gaps[rank] && !Arrays.equals(corners, best[rank])) {
          int[] worse = best[rank];
          double worseGap = gaps[rank];
          best[rank] = corners;
          gaps[rank] = gap;
          corners = worse;
          gap = worseGap;
        } else if (Arrays.equals(corners, best[rank])) {
          corners = null;
        }
      }
    }
    return best[variant] != null ? best[variant] : best[0] != null ? best[0] : zigzag();
  }

  private int[] zigzag() {
    int[] corners = new int[members.length];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = i % 2 == 0 ? 1 : -1;
    }
    return corners;
  }

  /**
   * For each member 1, a corner outwards, or -1; null when the dice find none that closes.
   * Neighbours differ across a bond that is trans and are alike across one that is cis.
   */
  private int[] corners(Random dice) {
    int size = members.length;
    int[] corners = new int[size];
    corners[0] = dice.nextInt(3) == 0 ? -1 : 1;
    for (int i = 1; i <= size; i++) {
      int cis = cis(i - 1);
      if (cis == EITHER) {
        cis = dice.nextInt(5) < 2 ? CIS : TRANS;
        if (i == size) {
          return corners;
        }
      }
      int corner = cis == CIS ? corners[i - 1] : -corners[i - 1];
      if (i < size) {
        corners[i] = corner;
      } else if (corner != corners[0]) {
        return null;
      }
    }
    return corners;
  }

  /** How the ring runs across the bond after member {@code at}. */
  private int cis(int at) {
    int size = members.length;
    int bond = bond(at);
    if (structure.isSmallRingBond(bond)) {
      // Into a small ring and out of it a walk turns the other way than inside.
      boolean first = !structure.isSmallRingBond(bond((at + size - 1) % size));
      boolean last = !structure.isSmallRingBond(bond((at + 1) % size));
      return first == last ? CIS : TRANS;
    }
    if (!DoubleBondSides.isNamed(structure, bond)) {
      return EITHER;
    }
    int before = members[(at + size - 1) % size];
    int after = members[(at + 2) % size];
    boolean forward = structure.getBondAtom(0, bond) == members[at];
    int one = forward ? before : after;
    int two = forward ? after : before;
    return DoubleBondSides.areCis(structure, bond, one, two) ? CIS : TRANS;
  }

  private int bond(int at) {
    return structure.getBond(members[at], members[(at + 1) % members.length]);
  }
}
