package io.github.molweave.smiles;

import io.github.molweave.tokens.Quotation;

/** Problems in words for the reader of the page. */
final class ProblemWords {
  private ProblemWords() {}

  static String of(
      SmilesProblem problem, String text, int position, int related, GrowingMolecule molecule) {
    return switch (problem) {
      case EMPTY -> "there is nothing to read";
      case SYMBOL -> symbol(text, position);
      case BRACKET -> "the bracket does not fit together here";
      case ELEMENT -> element(text, position);
      case STEREO -> "this stereo class has no such number";
      case RING_NUMBER -> "'%' needs two digits, the first not zero";
      case RING_PLACE -> "a ring number needs an atom before it";
      case RING_SELF -> ring(text, position) + " joins an atom to itself";
      case RING_TWICE -> ring(text, position) + " joins two atoms that are joined already";
      case RING_OPEN -> ring(text, position) + " is never closed, opened here";
      case BOND_PLACE -> "a bond needs an atom on each side";
      case BRANCH_PLACE -> "a branch needs an atom before it and one inside";
      case BRANCH_CLOSE -> "this branch was never opened";
      case BRANCH_OPEN -> "this branch is never closed";
      case DOT_PLACE -> "a dot stands between two atoms";
      case VALENCE -> valence(molecule);
      case AROMATIC_CHAIN -> "this atom is written as aromatic but is in no ring";
      case AROMATICITY -> "the aromatic atoms leave this one without a double bond";
      case TOO_LARGE -> "this is larger than can be checked";
    };
  }

  private static String symbol(String text, int position) {
    int end = Math.min(text.length(), position + 1);
    return Quotation.of(text.substring(position, end)) + " has no meaning in SMILES";
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

  private static String valence(GrowingMolecule molecule) {
    int element = molecule.faultElement;
    int charge = molecule.faultCharge;
    int most = Math.max(0, Elements.highestValence(element, charge));
    String name = Elements.name(element);
    String charged = charge == 0 ? "" : " with charge " + (charge > 0 ? "+" : "") + charge;
    return name + charged + " has " + molecule.faultBonds + " bonds, at most " + most;
  }
}
