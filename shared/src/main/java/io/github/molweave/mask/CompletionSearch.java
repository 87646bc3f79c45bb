package io.github.molweave.mask;

import io.github.molweave.smiles.GrowingMolecule;
import java.util.Arrays;

/**
 * Looks for tokens that finish a molecule and gives up after a bounded effort. A depth-first search
 * over the runs of tokens that {@link Moves} proposes; a branch of it ends where too little room is
 * left, or where the aromatic atoms leave no hope.
 *
 * <p>Determinism: what is found depends on the molecule and the room alone.
 */
final class CompletionSearch {
  /** Moves of one search: nine in ten completions are found within the first twenty. */
  private static final int MOST_MOVES = 300;

  private final MaskVocabulary vocabulary;
  private final GrowingMolecule molecule;
  private final Moves moves;
  private final AromaticHope hope;

  /** The tokens appended so far. */
  private int[] found = new int[32];

  private int length;
  private int room;

  /** By choice made: how many tokens there were before, and which move comes after it. */
  private int[] lengthBefore = new int[32];

  private int[] nextMove = new int[32];
  private int choices;

  CompletionSearch(MaskVocabulary vocabulary, GrowingMolecule molecule) {
    this.vocabulary = vocabulary;
    this.molecule = molecule;
    moves = new Moves(vocabulary, molecule);
    hope = new AromaticHope(molecule);
  }

  /** How many tokens the completion found has. */
  int length() {
    return length;
  }

  /** The token at {@code at} of the completion found. */
  int token(int at) {
    return found[at];
  }

  /** Forgets what was found; {@link #follow} then has {@code tokens} to append. */
  void begin(int tokens) {
    room = tokens;
    length = 0;
    choices = 0;
  }

  /** Appends a token to the molecule and to the completion, where it fits. */
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
   * Completes the molecule as it stands with at most {@code tokens} tokens.
   *
   * @return whether a completion was found; the molecule is as it was
   */
  boolean complete(int tokens) {
    begin(tokens);
    int start = molecule.mark();
    boolean finished = search(start);
    molecule.backTo(start);
    return finished;
  }

  private boolean search(int start) {
    int move = hasRoom() ? 0 : -1;
    for (int effort = 0; effort < MOST_MOVES; effort++) {
      int before = length;
      Moves.Kind kind = move < 0 ? Moves.Kind.NO_MORE : moves.propose(move);
      if (kind == Moves.Kind.NO_MORE) {
        if (choices == 0) {
          return false;
        }
        choices--;
        cutTo(start, lengthBefore[choices]);
        move = nextMove[choices];
      } else if (kind == Moves.Kind.END) {
        if (molecule.finish() == null) {
          return true;
        }
        move++;
      } else if (kind == Moves.Kind.RUN && followRun()) {
        push(before, move + 1);
        move = hasRoom() ? 0 : -1;
      } else {
        cutTo(start, before);
        move++;
      }
    }
    return false;
  }

  private void cutTo(int start, int tokens) {
    molecule.backTo(start + tokens);
    length = tokens;
  }

  private void push(int before, int next) {
    if (choices == lengthBefore.length) {
      lengthBefore = Arrays.copyOf(lengthBefore, 2 * choices);
      nextMove = Arrays.copyOf(nextMove, 2 * choices);
    }
    lengthBefore[choices] = before;
    nextMove[choices++] = next;
  }

  /** Whether what must still come fits: rings, branches, and an atom that something waits for. */
  private boolean hasRoom() {
    boolean ringWillDo = molecule.pendingBond() != null && molecule.openRings() > 0;
    int atoms = molecule.isWaitingForAtom() && !ringWillDo ? 1 : 0;
    return molecule.openRings() + molecule.branchDepth() + atoms <= room - length;
  }

  private boolean followRun() {
    boolean certain = true;
    for (int at = 0; at < moves.length(); at++) {
      int id = moves.token(at);
      certain &= !hope.mayEndWith(vocabulary.token(id));
      if (!follow(id)) {
        return false;
      }
    }
    return certain || molecule.mayStillFinish();
  }
}
