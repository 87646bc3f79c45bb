package io.github.molweave.trainer.spelling;

import java.util.ArrayList;
import java.util.List;

/** An atom of a SMILES, with its bonds in the order in which they stand around it. */
final class SpelledAtom {
  /** Which way round the neighbours stand, seen from the first of them. */
  enum Chirality {
    /** Nothing is said. */
    NONE(""),
    /** Counter-clockwise. */
    LEFT("@"),
    /** Clockwise. */
    RIGHT("@@");

    private final String mark;

    Chirality(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }

    Chirality opposite() {
      return switch (this) {
        case NONE -> NONE;
        case LEFT -> RIGHT;
        case RIGHT -> LEFT;
      };
    }
  }

  private static final List<String> OTHER_CLASSES = List.of("TH", "AL", "SP", "TB", "OH");

  private final int element;
  private final String before;
  private final Chirality chirality;
  private final String after;
  private final List<Integer> bonds = new ArrayList<>(4);

  /** Whether an atom stands before it in the text that it is bonded to. */
  private boolean hangs;

  /** How many ring numbers stand behind it. */
  private int ringNumbers;

  private SpelledAtom(int element, String before, Chirality chirality, String after) {
    this.element = element;
    this.before = before;
    this.chirality = chirality;
    this.after = after;
  }

  /**
   * @param token the atom as written
   * @param element its atomic number
   * @return null when its stereo mark is of another class
   */
  static SpelledAtom of(String token, int element) {
    int mark = token.indexOf('@');
    if (mark < 0) {
      return new SpelledAtom(element, token, Chirality.NONE, "");
    }
    boolean two = token.startsWith("@@", mark);
    String after = token.substring(mark + (two ? 2 : 1));
    for (String name : OTHER_CLASSES) {
      if (after.startsWith(name)) {
        return null;
      }
    }
    return new SpelledAtom(
        element, token.substring(0, mark), two ? Chirality.RIGHT : Chirality.LEFT, after);
  }

  /** The atomic number, 0 for {@code *}. */
  int element() {
    return element;
  }

  Chirality chirality() {
    return chirality;
  }

  /** The token with {@code other} in place of its stereo mark. */
  String with(Chirality other) {
    return before + other.mark() + after;
  }

  /** Whether exactly one hydrogen is written in the bracket of a centre. */
  boolean hasHydrogen() {
    boolean some = after.startsWith("H");
    return some && (after.length() < 2 || !Character.isDigit(after.charAt(1)) || isOne());
  }

  private boolean isOne() {
    boolean more = after.length() > 2 && Character.isDigit(after.charAt(2));
    return after.charAt(1) == '1' && !more;
  }

  /** Its bonds in the order of the text: ring numbers where they stand. */
  List<Integer> bonds() {
    return bonds;
  }

  boolean hangs() {
    return hangs;
  }

  int ringNumbers() {
    return ringNumbers;
  }

  void hangOn(int bond) {
    bonds.add(bond);
    hangs = true;
  }

  void addRing(int bond) {
    bonds.add(bond);
    ringNumbers++;
  }

  void addNext(int bond) {
    bonds.add(bond);
  }
}
