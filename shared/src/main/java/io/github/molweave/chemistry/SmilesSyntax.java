package io.github.molweave.chemistry;

import io.github.molweave.chemistry.Reading.Rejected;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The faults that OpenChemLib's parser overlooks: open branches, empty ones, bonds that lead
 * nowhere, rings closed twice between the same atoms. Reads the text once, left to right; elements,
 * bracket contents and valences are OpenChemLib's to judge.
 *
 * <p>Source: the OpenSMILES specification, section 3.
 */
final class SmilesSyntax {
  private static final int NONE = -1;

  private final String text;
  private final Deque<Integer> branches = new ArrayDeque<>();
  private final int[] openRings = new int[100];
  private final Set<Integer> ringBonds = new HashSet<>();
  private int atoms;
  private int aromaticAtoms;
  private int previousAtom = NONE;
  private int pendingBond = NONE;
  private int position;
  private String fault;

  private SmilesSyntax(String text) {
    this.text = text;
    java.util.Arrays.fill(openRings, NONE);
  }

  /**
   * Reads {@code text} through.
   *
   * @return what was counted; its {@link #fault()} is null when nothing is wrong
   */
  static SmilesSyntax scan(String text) {
    SmilesSyntax syntax = new SmilesSyntax(text);
    while (syntax.fault == null && syntax.position < text.length()) {
      syntax.readOne(text.charAt(syntax.position));
    }
    if (syntax.fault == null) {
      syntax.finish();
    }
    return syntax;
  }

  /** The first fault with its place, or null. */
  Rejected fault() {
    return fault == null ? null : new Rejected(ReadProblem.SYNTAX, position, fault);
  }

  /** Number of atoms written, without implicit hydrogens. */
  int atoms() {
    return atoms;
  }

  /** Number of atoms written in lower case. */
  int aromaticAtoms() {
    return aromaticAtoms;
  }

  private void readOne(char symbol) {
    switch (symbol) {
      case '(' -> openBranch();
      case ')' -> closeBranch();
      case '[' -> bracketAtom();
      case '-', '=', '#', '$', ':', '/', '\\' -> bond();
      case '.' -> dot();
      case '%' -> longRing();
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ring(symbol - '0', 1);
      default -> bareAtom(symbol);
    }
  }

  private void fail(String reason) {
    fault = reason + " (character " + (position + 1) + ")";
  }

  private void atom(boolean aromatic, int length) {
    previousAtom = atoms++;
    pendingBond = NONE;
    aromaticAtoms += aromatic ? 1 : 0;
    position += length;
  }

  private void bareAtom(char symbol) {
    boolean twoLetters = text.startsWith("Cl", position) || text.startsWith("Br", position);
    if ("BCNOPSFI".indexOf(symbol) >= 0) {
      atom(false, twoLetters ? 2 : 1);
    } else if ("bcnops".indexOf(symbol) >= 0) {
      atom(true, 1);
    } else if (symbol == '*') {
      atom(false, 1);
    } else {
      fail("'" + symbol + "' is no symbol of SMILES");
    }
  }

  private void bracketAtom() {
    int close = text.indexOf(']', position);
    if (close < 0) {
      fail("a bracket is never closed");
      return;
    }
    int symbol = position + 1;
    while (symbol < close && text.charAt(symbol) >= '0' && text.charAt(symbol) <= '9') {
      symbol++;
    }
    char first = symbol < close ? text.charAt(symbol) : ']';
    boolean lowerCase = first >= 'a' && first <= 'z';
    boolean upperCase = first >= 'A' && first <= 'Z';
    if (!lowerCase && !upperCase && first != '*') {
      fail("a bracket holds no element");
      return;
    }
    atom(lowerCase, close + 1 - position);
  }

  private void bond() {
    if (previousAtom == NONE || pendingBond != NONE) {
      fail("a bond has no atom before it");
      return;
    }
    pendingBond = position++;
  }

  private void openBranch() {
    if (previousAtom == NONE || pendingBond != NONE) {
      fail("a branch has no atom before it");
      return;
    }
    if (text.startsWith("()", position)) {
      fail("a branch is empty");
      return;
    }
    branches.push(previousAtom);
    position++;
  }

  private void closeBranch() {
    if (branches.isEmpty()) {
      fail("a branch closes that was never opened");
    } else if (pendingBond != NONE) {
      fail("a bond leads nowhere");
    } else {
      previousAtom = branches.pop();
      position++;
    }
  }

  private void dot() {
    if (previousAtom == NONE || pendingBond != NONE || position + 1 == text.length()) {
      fail("a dot does not stand between atoms");
      return;
    }
    previousAtom = NONE;
    position++;
  }

  private void longRing() {
    int tens = digit(position + 1);
    int ones = digit(position + 2);
    if (tens < 0 || ones < 0) {
      fail("'%' is not followed by two digits");
      return;
    }
    ring(10 * tens + ones, 3);
  }

  private int digit(int at) {
    char symbol = at < text.length() ? text.charAt(at) : ' ';
    return symbol >= '0' && symbol <= '9' ? symbol - '0' : NONE;
  }

  private void ring(int number, int length) {
    if (previousAtom == NONE) {
      fail("a ring closure has no atom before it");
      return;
    }
    int partner = openRings[number];
    if (partner == NONE) {
      openRings[number] = previousAtom;
    } else {
      openRings[number] = NONE;
      if (partner == previousAtom) {
        fail("ring " + number + " joins an atom to itself");
        return;
      }
      int low = Math.min(partner, previousAtom);
      int high = Math.max(partner, previousAtom);
      if (!ringBonds.add(low * MoleculeReader.MAX_LENGTH + high)) {
        fail("ring " + number + " joins two atoms that are joined already");
        return;
      }
    }
    pendingBond = NONE;
    position += length;
  }

  private void finish() {
    if (pendingBond != NONE) {
      position = pendingBond;
      fail("a bond leads nowhere");
      return;
    }
    if (!branches.isEmpty()) {
      position = text.length() - 1;
      fail("a branch is still open");
      return;
    }
    for (int number = 0; number < openRings.length; number++) {
      if (openRings[number] != NONE) {
        position = text.length() - 1;
        fail("ring " + number + " is still open");
        return;
      }
    }
  }
}
