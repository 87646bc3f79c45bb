package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/**
 * Moves parts of a layout that lie on other parts: turns one side of a chain bond over, or bends it
 * away, as long as that helps. Bond lengths, rings and the geometry of double bonds stay; wedges
 * must be set anew.
 */
final class CrowdingRelief {
  /** A score that nobody sees. */
  private static final double CALM = 0.05;

  private static final int MOST_ROUNDS = 6;

  /** Times that one bond may bend. */
  private static final int MOST_BENDS = 2;

  /** Tries times pairs of atoms, beyond which a page would wait: some 20 ms on the JVM. */
  private static final int MOST_WORK = 1_500_000;

  /** The sine of 60 degrees and the cosine of 30. */
  private static final double STEEP = 0.8660254037844386;

  private final StereoMolecule structure;
  private final LayoutCrowding crowding;
  private final double[] x;
  private final double[] y;
  private final int[] bends;
  private int tries;
  private double score;

  private CrowdingRelief(StereoMolecule structure) {
    this.structure = structure;
    this.crowding = new LayoutCrowding(structure);
    this.x = new double[structure.getAllAtoms()];
    this.y = new double[structure.getAllAtoms()];
    this.bends = new int[structure.getAllBonds()];
    this.tries = MOST_WORK / (x.length * x.length);
    this.score = crowding.score();
  }

  /** One way to move the atoms on one side of a bond. */
  private enum Move {
    OVER(0, 0, 0),
    LEFT(0.5, STEEP, 0.1),
    RIGHT(-0.5, STEEP, 0.1),
    FAR_LEFT(STEEP, 0.5, 0.2),
    FAR_RIGHT(-STEEP, 0.5, 0.2);

    private final double sine;
    private final double cosine;

    /** What a bent angle costs. */
    private final double fault;

    Move(double sine, double cosine, double fault) {
      this.sine = sine;
      this.cosine = cosine;
      this.fault = fault;
    }
  }

  /**
   * Moves what has to be moved.
   *
   * @param structure with coordinates and helper arrays of rings
   */
  static void apply(StereoMolecule structure) {
    if (structure.getAllBonds() > 0) {
      CrowdingRelief relief = new CrowdingRelief(structure);
      relief.turnWrongBonds();
      relief.repeat(Move.OVER);
      relief.repeat(Move.LEFT, Move.RIGHT, Move.FAR_LEFT, Move.FAR_RIGHT);
    }
  }

  /** Double bonds of chains get the geometry of the SMILES. */
  private void turnWrongBonds() {
    for (int bond = 0; bond < structure.getBonds(); bond++) {
      if (!structure.isRingBond(bond) && DoubleBondSides.isDrawnWrong(structure, bond)) {
        remember();
        make(bond, smallerSide(bond), Move.OVER);
        score = crowding.score();
      }
    }
  }

  private void repeat(Move... moves) {
    boolean helped = true;
    for (int round = 0; helped && round < MOST_ROUNDS && score > CALM; round++) {
      helped = false;
      for (int bond = 0; bond < structure.getAllBonds() && score > CALM && tries > 0; bond++) {
        if (!structure.isRingBond(bond) && structure.getBondOrder(bond) == 1) {
          helped |= bends[bond] < MOST_BENDS && helps(bond, smallerSide(bond), moves);
        }
      }
    }
  }

  /** The atoms that move with the bond's second atom, or with its first if those are fewer. */
  private boolean[] smallerSide(int bond) {
    int first = structure.getBondAtom(0, bond);
    int second = structure.getBondAtom(1, bond);
    boolean[] side = new boolean[x.length];
    int[] queue = new int[x.length];
    int count = 1;
    queue[0] = second;
    side[second] = true;
    for (int next = 0; next < count; next++) {
      int atom = queue[next];
      for (int i = 0; i < structure.getAllConnAtoms(atom); i++) {
        int neighbour = structure.getConnAtom(atom, i);
        if (!side[neighbour] && (atom != second || neighbour != first)) {
          side[neighbour] = true;
          queue[count++] = neighbour;
        }
      }
    }
    if (2 * count > x.length) {
      for (int atom = 0; atom < side.length; atom++) {
        side[atom] = !side[atom];
      }
    }
    return side;
  }

  /** Makes the best of the moves unless the layout is not the better for it. */
  private boolean helps(int bond, boolean[] side, Move... moves) {
    remember();
    Move best = null;
    double least = score - CALM;
    for (Move move : moves) {
      if (make(bond, side, move)) {
        tries--;
        double after = crowding.score() + move.fault;
        if (after < least) {
          least = after;
          best = move;
        }
      }
    }
    if (best == null) {
      for (int atom = 0; atom < x.length; atom++) {
        structure.setAtomX(atom, x[atom]);
        structure.setAtomY(atom, y[atom]);
      }
      return false;
    }
    make(bond, side, best);
    bends[bond] += best == Move.OVER ? 0 : 1;
    score = least - best.fault;
    return true;
  }

  private void remember() {
    for (int atom = 0; atom < x.length; atom++) {
      x[atom] = structure.getAtomX(atom);
      y[atom] = structure.getAtomY(atom);
    }
  }

  /** Moves one side of a bond, if that is allowed there. */
  private boolean make(int bond, boolean[] side, Move move) {
    int first = structure.getBondAtom(0, bond);
    int second = structure.getBondAtom(1, bond);
    int still = side[first] ? second : first;
    int moved = side[first] ? first : second;
    boolean far = move == Move.FAR_LEFT || move == Move.FAR_RIGHT;
    if (far && structure.getAtomPi(still) > 0) {
      // It would change sides at a double bond.
      return false;
    }
    for (int atom = 0; atom < x.length; atom++) {
      if (side[atom]) {
        move(atom, still, moved, move);
      }
    }
    return true;
  }

  private void move(int atom, int still, int moved, Move move) {
    double right = x[atom] - x[still];
    double down = y[atom] - y[still];
    double newRight;
    double newDown;
    if (move == Move.OVER) {
      double alongX = x[moved] - x[still];
      double alongY = y[moved] - y[still];
      double length = alongX * alongX + alongY * alongY;
      double twice = length == 0 ? 0 : 2 * (right * alongX + down * alongY) / length;
      newRight = twice * alongX - right;
      newDown = twice * alongY - down;
    } else {
      newRight = move.cosine * right - move.sine * down;
      newDown = move.sine * right + move.cosine * down;
    }
    structure.setAtomX(atom, x[still] + newRight);
    structure.setAtomY(atom, y[still] + newDown);
  }
}
