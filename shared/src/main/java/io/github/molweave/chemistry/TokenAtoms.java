package io.github.molweave.chemistry;

import io.github.molweave.tokens.SmilesTokenizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Which atoms each token of a SMILES speaks of, so that what is known of tokens, their probability
 * say, can be shown on the drawing. Atoms are numbered from 0 in the order of the text, hydrogens
 * written as atoms included, as {@link AtomHighlights} counts them.
 *
 * @param tokens in the order of the text; joined they are the SMILES
 */
public record TokenAtoms(List<Token> tokens) {

  /** What a token says. */
  public enum Kind {
    /** An atom: its own number. */
    ATOM("atom"),
    /** A bond: the atoms it joins, the one written first first. */
    BOND("bond"),
    /**
     * A ring's digit: the atom it stands at; where the ring closes, the one where it opened too.
     */
    RING("ring"),
    /** A branch opens or closes: the atom that it hangs on. */
    BRANCH("branch"),
    /** A dot: no atom. */
    DOT("dot");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** The name in JavaScript. */
    public String id() {
      return id;
    }
  }

  /**
   * A token.
   *
   * @param text as {@link SmilesTokenizer} splits it
   * @param kind what it says
   * @param atoms none, one or two
   */
  public record Token(String text, Kind kind, List<Integer> atoms) {}

  /** Copies the list. */
  public TokenAtoms {
    tokens = List.copyOf(tokens);
  }

  /** The tokens of {@code molecule}'s SMILES. */
  public static TokenAtoms of(Molecule molecule) {
    return new TokenAtoms(new Walk(SmilesTokenizer.split(molecule.smiles())).tokens());
  }

  /** One reading from left to right; the text is known to be a molecule. */
  private static final class Walk {
    private static final int NONE = -1;

    private final List<String> texts;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Integer> branches = new ArrayDeque<>();
    private final int[] openRings = new int[100];
    private int atoms;
    private int previous = NONE;
    private int bond = NONE;

    Walk(List<String> texts) {
      this.texts = texts;
      java.util.Arrays.fill(openRings, NONE);
    }

    List<Token> tokens() {
      for (String text : texts) {
        read(text);
      }
      return tokens;
    }

    private void read(String text) {
      switch (text.charAt(0)) {
        case '(' -> {
          branches.push(previous);
          add(text, Kind.BRANCH, List.of(previous));
        }
        case ')' -> {
          previous = branches.pop();
          add(text, Kind.BRANCH, List.of(previous));
        }
        case '.' -> {
          previous = NONE;
          add(text, Kind.DOT, List.of());
        }
        case '-', '=', '#', '$', ':', '/', '\\' -> {
          bond = tokens.size();
          add(text, Kind.BOND, List.of(previous));
        }
        case '%', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ring(text);
        default -> atom(text);
      }
    }

    private void add(String text, Kind kind, List<Integer> of) {
      tokens.add(new Token(text, kind, of));
    }

    private void atom(String text) {
      joinBond(atoms);
      previous = atoms++;
      add(text, Kind.ATOM, List.of(previous));
    }

    private void ring(String text) {
      int number = Integer.parseInt(text.startsWith("%") ? text.substring(1) : text);
      int opened = openRings[number];
      if (opened == NONE) {
        openRings[number] = tokens.size();
        add(text, Kind.RING, List.of(previous));
      } else {
        openRings[number] = NONE;
        int partner = tokens.get(opened).atoms().get(0);
        joinBond(partner);
        Token before = opened == 0 ? null : tokens.get(opened - 1);
        if (before != null && before.kind() == Kind.BOND && before.atoms().size() == 1) {
          tokens.set(opened - 1, new Token(before.text(), Kind.BOND, List.of(partner, previous)));
        }
        add(text, Kind.RING, List.of(partner, previous));
      }
      bond = NONE;
    }

    /** The bond that was waiting for its second atom leads to {@code atom}. */
    private void joinBond(int atom) {
      if (bond != NONE) {
        Token waiting = tokens.get(bond);
        int first = Math.min(waiting.atoms().get(0), atom);
        int second = Math.max(waiting.atoms().get(0), atom);
        tokens.set(bond, new Token(waiting.text(), Kind.BOND, List.of(first, second)));
        bond = NONE;
      }
    }
  }
}
