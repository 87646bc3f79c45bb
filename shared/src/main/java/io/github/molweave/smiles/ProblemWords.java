package io.github.molweave.smiles;

import io.github.molweave.tokens.Quotation;

/** Problems in words for the reader of the page. */
final class ProblemWords {
  private ProblemWords() {}

  static String of(SmilesProblem problem, String text, int position, Fault fault) {
    return switch (problem) {
      case EMPTY -> "there is nothing to read";
      case SYMBOL -> symbol(text, position);
      case BRACKET -> bracket(text, position);
      case ELEMENT -> element(text, position);
      case STEREO -> "this stereo class has no such number";
      case RING_NUMBER -> "'%' needs two digits, the first of them not zero";
      case RING_PLACE ->
          "ring number " + RingNumber.read(text, position) + " needs an atom before it";
      case RING_SELF -> ring(text, position) + " joins an atom to itself";
      case RING_TWICE -> ring(text, position) + " joins two atoms that are joined already";
      case RING_OPEN -> ring(text, position) + " is never closed, opened here";
      case BOND_PLACE -> "the bond " + quoted(text, position) + " needs an atom on each side";
      case BRANCH_PLACE -> "a branch needs an atom before it and one inside";
      case BRANCH_CLOSE -> "this branch was never opened";
      case BRANCH_OPEN -> "this branch is never closed";
      case DOT_PLACE -> "a dot stands between two atoms";
      case VALENCE -> valence(fault);
      case AROMATIC_CHAIN -> name(fault) + " is written as aromatic but is in no ring";
      case AROMATICITY ->
          "the aromatic atoms cannot all have a double bond, this " + name(fault) + " is left over";
      case TOO_LARGE -> "the molecule is larger than can be checked";
    };
  }

  private static String symbol(String text, int position) {
    boolean blank = text.charAt(position) == ' ';
    return (blank ? "a blank" : quoted(text, position)) + " has no meaning in SMILES";
  }

  private static String quoted(String text, int position) {
    return Quotation.of(text.substring(position, position + 1));
  }

  private static String bracket(String text, int position) {
    if (text.indexOf(']', position) < 0) {
      return "this bracket is never closed";
    }
    return text.charAt(position) == ']'
        ? "something is missing in this bracket"
        : quoted(text, position) + " does not fit in this bracket";
  }

  private static String name(Fault fault) {
    return Elements.name(fault.element);
  }

  private static String element(String text, int position) {
    int end = position;
    while (end < text.length() && (end == position || isLowerCaseOrDigit(text.charAt(end)))) {
      end++;
    }
    return Quotation.of(text.substring(position, end)) + " is no element";
  }

  private static boolean isLowerCaseOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static String ring(String text, int position) {
    return "ring " + RingNumber.read(text, position);
  }

  private static String valence(Fault fault) {
    int element = fault.element;
    int bonds = fault.bonds;
    int charge = fault.charge;
    int most = Math.max(0, Elements.highestValence(element, charge));
    String charged = charge == 0 ? "" : " with charge " + (charge > 0 ? "+" : "") + charge;
    String counted = bonds + (bonds == 1 ? " bond" : " bonds");
    return name(fault) + charged + " has " + counted + ", at most " + most;
  }
}
