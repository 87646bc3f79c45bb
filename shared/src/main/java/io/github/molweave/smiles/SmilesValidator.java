package io.github.molweave.smiles;

/**
 * Judges one text after another in the same memory. {@link Smiles#check} is the door for a single
 * text. Not safe for several threads.
 */
public final class SmilesValidator {
  private final GrowingMolecule molecule = new GrowingMolecule(null);
  private final BracketReader bracket = new BracketReader();
  private int position;
  private int related;

  /** Where the token after the one at hand begins. */
  private int next;

  /** Whether {@code text} is a molecule; see {@link Smiles#check}. */
  public boolean isValid(String text) {
    return problem(text, Scrutiny.CHEMISTRY) == null;
  }

  /** The verdict with its reason; see {@link Smiles#check}. */
  public Validity check(String text, Scrutiny scrutiny) {
    SmilesProblem problem = problem(text, scrutiny);
    if (problem == null) {
      return new Validity.Valid(molecule.atomCount());
    }
    String message = ProblemWords.of(problem, text, position, molecule.fault());
    return new Validity.Invalid(problem, position, related, message);
  }

  private SmilesProblem problem(String text, Scrutiny scrutiny) {
    molecule.clear(scrutiny);
    next = 0;
    while (next < text.length()) {
      SmilesProblem problem = readOne(text, next);
      if (problem != null) {
        return problem;
      }
    }
    return placed(molecule.finish());
  }

  private SmilesProblem readOne(String text, int at) {
    char symbol = text.charAt(at);
    next = at + 1;
    return switch (symbol) {
      case '[' -> bracket(text, at);
      case '(' -> placed(molecule.openBranch(at));
      case ')' -> placed(molecule.closeBranch(at));
      case '.' -> placed(molecule.appendDot(at));
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          placed(molecule.appendRing(symbol - '0', at));
      case '%' -> ring(text, at);
      default -> bondOrAtom(symbol, next < text.length() ? text.charAt(next) : 0, at);
    };
  }

  private SmilesProblem bracket(String text, int at) {
    next = bracket.read(text, at);
    if (next < 0) {
      boolean closes = text.indexOf(']', bracket.problemPosition) >= 0;
      return closes
          ? at(bracket.problem, bracket.problemPosition, at)
          : at(SmilesProblem.BRACKET, at, -1);
    }
    return placed(
        molecule.appendAtom(bracket.element, bracket.flags, bracket.hydrogens, bracket.charge, at));
  }

  private SmilesProblem ring(String text, int at) {
    next = RingNumber.end(text, at);
    return next < 0
        ? at(SmilesProblem.RING_NUMBER, at, -1)
        : placed(molecule.appendRing(RingNumber.read(text, at), at));
  }

  private SmilesProblem bondOrAtom(char symbol, char second, int at) {
    int element = SmilesToken.bareElement(symbol, second);
    if (element >= 0) {
      next = at + SmilesToken.bareLength(element);
      int flags = symbol >= 'a' ? AtomFlags.AROMATIC : 0;
      return placed(molecule.appendAtom(element, flags, 0, 0, at));
    }
    BondKind bond = BondKind.of(symbol, second);
    if (bond == null) {
      return at(SmilesProblem.SYMBOL, at, -1);
    }
    next = at + bond.length(second);
    return placed(molecule.appendBond(bond, at));
  }

  private SmilesProblem placed(SmilesProblem problem) {
    return problem == null ? null : at(problem, molecule.fault().place, molecule.fault().related);
  }

  private SmilesProblem at(SmilesProblem problem, int where, int relatedTo) {
    position = where;
    related = relatedTo == where ? -1 : relatedTo;
    return problem;
  }
}
