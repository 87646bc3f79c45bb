package io.github.molweave.mask;

import io.github.molweave.smiles.GrowingMolecule;

/**
 * What is worth trying next on the way to a finished molecule, the likeliest first: an atom where
 * one must come, a ring closed over as many atoms as rings have, the end of a branch. The tokens
 * come from what the vocabulary has.
 */
final class Moves {
  private static final int NONE = MaskVocabulary.NONE;

  /** Sizes of aromatic rings by how usual they are; larger ones are not made. */
  private static final int[] SIZES = {6, 5, 7, 4, 3, 8};

  private static final int LARGEST = 8;

  private static final int PLAIN_ATOMS = 8;
  private static final int AROMATIC_ATOMS = 4;

  /** What a proposal is. */
  enum Kind {
    /** A run of tokens: {@link #length} and {@link #token}. */
    RUN,
    /** To end here. */
    END,
    /** Nothing, but there are more. */
    NOTHING,
    /** Nothing, and there are no more. */
    NO_MORE
  }

  /** Where an aromatic ring that is filled gets its one atom without a double bond. */
  private enum Filling {
    NOWHERE,
    LAST,
    FIRST
  }

  private static final Filling[] FILLINGS = Filling.values();

  private final MaskVocabulary vocabulary;
  private final GrowingMolecule molecule;
  private final RingWalk walk;
  private final int[] run = new int[LARGEST + 4];
  private int length;

  /** The ring at work, and how many atoms the aromatic way to it has; 0 for none. */
  private int ring;

  private int wayLength;

  Moves(MaskVocabulary vocabulary, GrowingMolecule molecule) {
    this.vocabulary = vocabulary;
    this.molecule = molecule;
    walk = new RingWalk(molecule);
  }

  /** The number of tokens of the run proposed. */
  int length() {
    return length;
  }

  /** A token of the run proposed. */
  int token(int at) {
    return run[at];
  }

  /** Proposal {@code move}, from 0, for the molecule as it stands. */
  Kind propose(int move) {
    length = 0;
    if (molecule.isWaitingForAtom()) {
      return atom(move);
    }
    return molecule.openRings() > 0 ? ringOrBranch(move) : end(move);
  }

  private Kind put(int id) {
    if (id == NONE) {
      return Kind.NOTHING;
    }
    run[length++] = id;
    return Kind.RUN;
  }

  private static int at(int[] ids, int index) {
    return index < ids.length ? ids[index] : NONE;
  }

  /** An atom; after a bond also a ring number. */
  private Kind atom(int move) {
    if (move < PLAIN_ATOMS) {
      return put(at(vocabulary.plainAtoms, move));
    }
    int aromatic = move - PLAIN_ATOMS;
    if (aromatic < AROMATIC_ATOMS) {
      int[] ids = aromatic % 2 == 0 ? vocabulary.pairedAtoms : vocabulary.loneAtoms;
      return put(at(ids, aromatic / 2));
    }
    int number = aromatic - AROMATIC_ATOMS;
    if (molecule.pendingBond() == null || number > molecule.openRings()) {
      return Kind.NO_MORE;
    }
    boolean closes = number < molecule.openRings();
    return put(closes ? vocabulary.ring(molecule.ringNumber(number)) : freshRing());
  }

  /** The token of the lowest ring number that is not open. */
  private int freshRing() {
    for (int id : vocabulary.rings) {
      if (!molecule.isRingOpen(vocabulary.token(id).ringNumber())) {
        return id;
      }
    }
    return NONE;
  }

  /** Whether the current atom is aromatic and still without a ring of its own. */
  private boolean isLone() {
    int current = molecule.currentAtom();
    return molecule.isAromatic(current) && molecule.aromaticDegree(current) < 2;
  }

  /** A ring that began before the branch is best closed outside; others are closed here. */
  private Kind ringOrBranch(int first) {
    chooseRing();
    int depth = molecule.branchDepth();
    boolean leavesFirst = depth > 0 && molecule.ringAtom(ring) <= molecule.branchAtom(depth - 1);
    int move = leavesFirst ? first - 1 : first;
    if (move < 0) {
      return put(vocabulary.branchClose);
    }
    int close = vocabulary.ring(ring);
    if (wayLength > 0) {
      int fillings = SIZES.length * FILLINGS.length;
      if (move < fillings) {
        int fill = SIZES[move / FILLINGS.length] - wayLength;
        return closeAromatic(fill, FILLINGS[move % FILLINGS.length], close);
      }
      move -= fillings;
    } else if (isLone()) {
      if (move == 0) {
        return put(freshRing());
      }
      move--;
    }
    return closePlain(move, close);
  }

  /**
   * Chooses the ring to close: the last one opened that lies on the aromatic system of the current
   * atom, otherwise the last one opened.
   */
  private void chooseRing() {
    int current = molecule.currentAtom();
    int latest = NONE;
    wayLength = 0;
    for (int i = 0; i < molecule.openRings(); i++) {
      int number = molecule.ringNumber(i);
      int atom = molecule.ringAtom(number);
      int way = walk.aromaticAtoms(atom, current, LARGEST);
      boolean better = way > 0 && wayLength == 0;
      boolean later = atom >= latest && (way > 0 || wayLength == 0);
      if (better || later) {
        ring = number;
        latest = atom;
        wayLength = way;
      }
    }
  }

  private Kind closeAromatic(int fill, Filling lone, int close) {
    if (fill < 0 || (fill == 0 && lone != Filling.NOWHERE)) {
      return Kind.NOTHING;
    }
    for (int at = 0; at < fill; at++) {
      boolean isLone =
          (lone == Filling.LAST && at == fill - 1) || (lone == Filling.FIRST && at == 0);
      int[] ids = isLone ? vocabulary.loneAtoms : vocabulary.pairedAtoms;
      if (put(at(ids, 0)) != Kind.RUN) {
        return Kind.NOTHING;
      }
    }
    return put(close);
  }

  private Kind closePlain(int move, int close) {
    return switch (move) {
      case 0 -> fillAndClose(0, NONE, close);
      case 1 -> fillAndClose(1, NONE, close);
      case 2 -> fillAndClose(1, vocabulary.doubleBond, close);
      case 3 -> fillAndClose(2, NONE, close);
      case 4 -> fillAndClose(0, vocabulary.doubleBond, close);
      case 5 -> molecule.branchDepth() > 0 ? put(vocabulary.branchClose) : Kind.NOTHING;
      case 6 -> closeAromatic(1, Filling.NOWHERE, close);
      case 7 -> isSaturated() ? put(vocabulary.dot) : Kind.NOTHING;
      default -> Kind.NO_MORE;
    };
  }

  /** Whether nothing fits to the current atom, so that only a new fragment can close its rings. */
  private boolean isSaturated() {
    return molecule.freeValence(molecule.currentAtom()) <= 0;
  }

  private Kind fillAndClose(int fill, int bond, int close) {
    for (int at = 0; at < fill; at++) {
      if (put(at(vocabulary.plainAtoms, 0)) != Kind.RUN) {
        return Kind.NOTHING;
      }
    }
    if (bond != NONE) {
      put(bond);
    }
    return put(close);
  }

  /** No ring is open: a lone atom gets one, an aromatic atom may need something bound to it. */
  private Kind end(int move) {
    boolean aromatic = molecule.isAromatic(molecule.currentAtom());
    return switch (move) {
      case 0 -> isLone() ? put(freshRing()) : Kind.NOTHING;
      case 1 -> molecule.branchDepth() > 0 ? put(vocabulary.branchClose) : Kind.END;
      case 2 -> aromatic ? put(at(vocabulary.plainAtoms, 0)) : Kind.NO_MORE;
      case 3 -> aromatic ? put(vocabulary.doubleBond) : Kind.NO_MORE;
      default -> Kind.NO_MORE;
    };
  }
}
