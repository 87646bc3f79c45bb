package io.github.molweave.mask;

import io.github.molweave.smiles.GrowingMolecule;
import java.util.Arrays;

/**
 * Looks for tokens that finish a molecule, the likely ones first, and gives up after a bounded
 * effort. A depth-first search whose moves are short runs of tokens: an atom where one must come,
 * what closes the ring opened last, the end of a branch.
 *
 * <p>Determinism: what is found depends on the molecule and the room alone.
 */
final class CompletionSearch {
  private static final int MOST_MOVES = 400;
  private static final int MOST_ENDS = 200;

  /** Ring sizes by how well they are liked. */
  private static final int[] SIZES = {6, 5, 7, 4, 3, 8};

  private final MaskVocabulary vocabulary;
  private final GrowingMolecule molecule;
  private final RingWalk walk;

  /** The tokens appended so far. */
  private int[] found = new int[32];

  private int length;

  /** By choice made: how many tokens there were before, and which move comes after it. */
  private int[] before = new int[32];

  private int[] next = new int[32];
  private int choices;

  private final int[] run = new int[16];
  private int runLength;

  /** The ring at work, and how many atoms the aromatic way to it has; 0 for none. */
  private int ring;

  private int steps;
  private int room;
  private int moves;
  private int ends;

  CompletionSearch(MaskVocabulary vocabulary, GrowingMolecule molecule) {
    this.vocabulary = vocabulary;
    this.molecule = molecule;
    walk = new RingWalk(molecule);
  }

  /** How many tokens the search of {@link #complete} or {@link #follow} found. */
  int length() {
    return length;
  }

  /** The token at {@code at} of what was found. */
  int token(int at) {
    return found[at];
  }

  /** Starts to follow given tokens; {@link #follow} appends them. */
  void begin(int room) {
    this.room = room;
    length = 0;
    choices = 0;
    moves = 0;
    ends = 0;
  }

  /** Appends a token to the molecule and to what was found, where it fits. */
  boolean follow(int id) {
    if (length >= room || molecule.append(vocabulary.token(id)) != null) {
      return false;
    }
    if (length == found.length) {
      found = Arrays.copyOf(found, 2 * length);
    }
    found[length++] = id;
    return true;
  }

  /**
   * Completes the molecule as it stands with at most {@code room} tokens.
   *
   * @return whether a completion was found; the molecule is as it was
   */
  boolean complete(int room) {
    begin(room);
    int start = molecule.mark();
    int move = 0;
    for (; ; ) {
      if (moves++ >= MOST_MOVES || ends >= MOST_ENDS) {
        molecule.backTo(start);
        return false;
      }
      int was = length;
      Step step = step(move);
      if (step == Step.FINISHED) {
        molecule.backTo(start);
        return true;
      }
      if (step == Step.TAKEN) {
        push(was, move + 1);
        move = 0;
      } else if (step == Step.REFUSED) {
        molecule.backTo(start + was);
        length = was;
        move++;
      } else {
        if (choices == 0) {
          molecule.backTo(start);
          return false;
        }
        choices--;
        length = before[choices];
        molecule.backTo(start + length);
        move = next[choices];
      }
    }
  }

  private void push(int was, int move) {
    if (choices == before.length) {
      before = Arrays.copyOf(before, 2 * choices);
      next = Arrays.copyOf(next, 2 * choices);
    }
    before[choices] = was;
    next[choices++] = move;
  }

  private enum Step {
    FINISHED,
    TAKEN,
    REFUSED,
    EXHAUSTED
  }

  private Step step(int move) {
    if (move == 0 && owed() > room - length) {
      return Step.EXHAUSTED;
    }
    runLength = 0;
    Step step;
    if (molecule.isWaitingForAtom()) {
      step = atomMove(move);
    } else if (molecule.openRings() > 0) {
      step = ringMove(move);
    } else {
      step = endMove(move);
    }
    if (step != Step.TAKEN) {
      return step;
    }
    for (int at = 0; at < runLength; at++) {
      if (!follow(run[at])) {
        return Step.REFUSED;
      }
    }
    return molecule.mayStillFinish() ? Step.TAKEN : Step.REFUSED;
  }

  /** The least number of tokens that must still come. */
  private int owed() {
    return molecule.openRings() + molecule.branchDepth() + (molecule.isWaitingForAtom() ? 1 : 0);
  }

  private Step put(int id) {
    if (id == MaskVocabulary.NONE || runLength == run.length) {
      return Step.REFUSED;
    }
    run[runLength++] = id;
    return Step.TAKEN;
  }

  private static int at(int[] ids, int index) {
    return index < ids.length ? ids[index] : MaskVocabulary.NONE;
  }

  private static final int PLAIN_TRIES = 8;
  private static final int AROMATIC_TRIES = 4;

  private Step atomMove(int move) {
    if (move < PLAIN_TRIES) {
      return put(at(vocabulary.plainAtoms, move));
    }
    if (move < PLAIN_TRIES + AROMATIC_TRIES) {
      int index = (move - PLAIN_TRIES) / 2;
      boolean paired = move % 2 == 0;
      return put(at(paired ? vocabulary.pairedAtoms : vocabulary.loneAtoms, index));
    }
    return Step.EXHAUSTED;
  }

  private int freshRing() {
    for (int id : vocabulary.rings) {
      if (molecule.ringAtom(vocabulary.token(id).ringNumber()) == MaskVocabulary.NONE) {
        return id;
      }
    }
    return MaskVocabulary.NONE;
  }

  /**
   * Chooses the ring to close: the last one opened that lies on the aromatic system of the current
   * atom, otherwise the last one opened.
   */
  private void chooseRing() {
    int current = molecule.currentAtom();
    ring = MaskVocabulary.NONE;
    steps = 0;
    for (int i = 0; i < molecule.openRings(); i++) {
      int number = molecule.ringNumber(i);
      int atom = molecule.ringAtom(number);
      int joined = walk.aromaticAtoms(atom, current, 8);
      boolean better = ring == MaskVocabulary.NONE || (joined > 0 && steps == 0);
      boolean later = (joined > 0 || steps == 0) && !better && atom >= molecule.ringAtom(ring);
      if (better || later) {
        ring = number;
        steps = joined;
      }
    }
  }

  private static final int PATTERNS = 3;

  private Step ringMove(int move) {
    chooseRing();
    int current = molecule.currentAtom();
    int close = vocabulary.ring(ring);
    if (steps > 0) {
      int sizes = SIZES.length;
      if (move >= sizes * PATTERNS) {
        return closingMove(move - sizes * PATTERNS, close);
      }
      int fill = SIZES[move / PATTERNS] - steps;
      int pattern = move % PATTERNS;
      if (fill < 0 || (fill == 0 && pattern > 0)) {
        return Step.REFUSED;
      }
      return aromaticFill(fill, pattern, close);
    }
    if (molecule.isAromatic(current) && molecule.aromaticDegree(current) < 2) {
      return move == 0 ? put(freshRing()) : closingMove(move - 1, close);
    }
    return closingMove(move, close);
  }

  private Step aromaticFill(int fill, int pattern, int close) {
    for (int at = 0; at < fill; at++) {
      boolean lone = (pattern == 1 && at == fill - 1) || (pattern == 2 && at == 0);
      if (put(at(lone ? vocabulary.loneAtoms : vocabulary.pairedAtoms, 0)) != Step.TAKEN) {
        return Step.REFUSED;
      }
    }
    return put(close);
  }

  /** Closes a ring that is not aromatic, or leaves the branch to do so outside. */
  private Step closingMove(int first, int close) {
    int move = first;
    boolean outsideFirst =
        molecule.branchDepth() > 0 && molecule.isAromatic(molecule.ringAtom(ring));
    if (outsideFirst) {
      if (move == 0) {
        return put(vocabulary.branchClose);
      }
      move--;
    }
    return switch (move) {
      case 0 -> put(close);
      case 1 -> fillAndClose(1, close, MaskVocabulary.NONE);
      case 2 -> fillAndClose(1, close, vocabulary.doubleBond);
      case 3 -> fillAndClose(2, close, MaskVocabulary.NONE);
      case 4 -> fillAndClose(0, close, vocabulary.doubleBond);
      case 5 -> outsideFirst ? Step.REFUSED : put(vocabulary.branchClose);
      case 6 -> put(vocabulary.dot);
      default -> Step.EXHAUSTED;
    };
  }

  private Step fillAndClose(int fill, int close, int bond) {
    for (int at = 0; at < fill; at++) {
      if (put(at(vocabulary.plainAtoms, 0)) != Step.TAKEN) {
        return Step.REFUSED;
      }
    }
    if (bond != MaskVocabulary.NONE) {
      put(bond);
    }
    return put(close);
  }

  private Step endMove(int move) {
    int current = molecule.currentAtom();
    boolean lone = molecule.isAromatic(current) && molecule.aromaticDegree(current) < 2;
    if (move == 0) {
      return lone ? put(freshRing()) : Step.REFUSED;
    }
    if (move == 1) {
      if (molecule.branchDepth() > 0) {
        return put(vocabulary.branchClose);
      }
      ends++;
      return molecule.finish() == null ? Step.FINISHED : Step.REFUSED;
    }
    if (!molecule.isAromatic(current)) {
      return Step.EXHAUSTED;
    }
    if (move == 2) {
      return put(at(vocabulary.plainAtoms, 0));
    }
    if (move == 3) {
      return put(vocabulary.doubleBond);
    }
    return Step.EXHAUSTED;
  }
}
