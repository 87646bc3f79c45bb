package io.github.molweave.selfies;

import io.github.molweave.selfies.MoleculeGraph.Atom;
import io.github.molweave.selfies.MoleculeGraph.Bond;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads SMILES into a graph that remembers the order of the text. Syntax only; how many bonds an
 * atom has and whether lower case can be resolved is seen later.
 *
 * <p>Source: the OpenSMILES specification, section 3.
 */
final class SmilesGraphReader {
  private static final char NO_BOND = 0;

  private final String text;
  private final MoleculeGraph molecule = new MoleculeGraph();
  private final Deque<Branch> branches = new ArrayDeque<>();
  private final OpenRing[] openRings = new OpenRing[100];
  private int at;

  /** The atom that the next one hangs on; null at the start of a fragment. */
  private Atom previous;

  /** Whether the next thing must be an atom: at the start of a fragment or branch. */
  private boolean atomExpected = true;

  private char pendingBond = NO_BOND;

  private SmilesGraphReader(String text) {
    this.text = text;
  }

  private record Branch(Atom atom, int position) {}

  private record OpenRing(Bond bond, char sign, int position) {}

  /**
   * The molecule that {@code smiles} spells.
   *
   * @throws RefusalException when it spells none, or one that SELFIES has no symbols for
   */
  static MoleculeGraph read(String smiles) throws RefusalException {
    SmilesGraphReader reader = new SmilesGraphReader(smiles);
    if (smiles.isEmpty()) {
      throw new RefusalException(SelfiesProblem.EMPTY, 0, "there is nothing to translate");
    }
    while (reader.at < smiles.length()) {
      reader.readOne(smiles.charAt(reader.at));
    }
    reader.endFragment(smiles.length() - 1);
    return reader.molecule;
  }

  private void readOne(char symbol) throws RefusalException {
    switch (symbol) {
      case '(' -> openBranch();
      case ')' -> closeBranch();
      case '[' -> bracketAtom();
      case '-', '=', '#', ':', '/', '\\' -> bond(symbol);
      case '.' -> dot();
      case '%' -> ring(10 * digit(at + 1) + digit(at + 2), 3);
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ring(symbol - '0', 1);
      case '*' -> throw unsupported("it has no symbol for the wildcard '*'");
      case '$' -> throw unsupported("it has no symbol for a quadruple bond");
      default -> bareAtom(symbol);
    }
  }

  private RefusalException bad(String reason) {
    return bad(at, reason);
  }

  private static RefusalException bad(int position, String reason) {
    return new RefusalException(SelfiesProblem.BAD_SMILES, position, "it is no SMILES: " + reason);
  }

  private RefusalException unsupported(String reason) {
    return new RefusalException(
        SelfiesProblem.UNSUPPORTED, at, "SELFIES cannot say this: " + reason);
  }

  private void bareAtom(char symbol) throws RefusalException {
    boolean twoLetters = text.startsWith("Cl", at) || text.startsWith("Br", at);
    String element = text.substring(at, at + (twoLetters ? 2 : 1));
    if (!twoLetters && "BCNOPSFIbcnops".indexOf(symbol) < 0) {
      throw bad("a character that stands for nothing");
    }
    atom(AtomLabel.bare(element), element.length());
  }

  private void bracketAtom() throws RefusalException {
    int close = text.indexOf(']', at);
    if (close < 0) {
      throw bad("a bracket is never closed");
    }
    AtomLabel label = AtomLabel.inBrackets(text.substring(at + 1, close));
    if (label == null) {
      throw unsupported("these brackets hold no atom that it has a symbol for");
    }
    atom(label, close + 1 - at);
  }

  private void atom(AtomLabel label, int length) throws RefusalException {
    Atom atom;
    if (previous == null) {
      if (pendingBond != NO_BOND) {
        throw bad("a bond has no atom before it");
      }
      atom = molecule.addRoot(at, label);
    } else {
      Bond bond = new Bond(previous, order(pendingBond, previous, label));
      bond.fromMark = mark(pendingBond);
      atom = molecule.addNext(bond, at, label);
      previous.bonds.add(bond);
    }
    previous = atom;
    pendingBond = NO_BOND;
    atomExpected = false;
    at += length;
  }

  private int order(char sign, Atom from, AtomLabel to) throws RefusalException {
    boolean aromatic = from.label.isAromatic() && to.isAromatic();
    if (sign == ':' && !aromatic) {
      throw unsupported("an aromatic bond has to join two atoms in lower case");
    }
    return switch (sign) {
      case '=' -> 2;
      case '#' -> 3;
      case NO_BOND, ':' -> aromatic ? Bond.AROMATIC : 1;
      default -> 1;
    };
  }

  private static char mark(char sign) {
    return sign == '/' || sign == '\\' ? sign : MoleculeGraph.UNMARKED;
  }

  private void bond(char sign) throws RefusalException {
    if (previous == null || pendingBond != NO_BOND) {
      throw bad("a bond has no atom before it");
    }
    pendingBond = sign;
    at++;
  }

  private void openBranch() throws RefusalException {
    if (atomExpected || pendingBond != NO_BOND) {
      throw bad("a branch has no atom before it");
    }
    branches.push(new Branch(previous, at));
    atomExpected = true;
    at++;
  }

  private void closeBranch() throws RefusalException {
    refuseLooseEnd();
    if (branches.isEmpty()) {
      throw bad("a branch closes that was never opened");
    }
    previous = branches.pop().atom();
    at++;
  }

  private void refuseLooseEnd() throws RefusalException {
    if (pendingBond != NO_BOND) {
      throw bad(at - 1, "a bond leads nowhere");
    }
    if (atomExpected) {
      throw bad("an atom is missing");
    }
  }

  private void dot() throws RefusalException {
    if (!branches.isEmpty()) {
      throw unsupported("a dot stands within a branch");
    }
    endFragment(at);
    previous = null;
    atomExpected = true;
    at++;
  }

  private void endFragment(int place) throws RefusalException {
    at = place;
    if (pendingBond != NO_BOND) {
      throw bad("a bond leads nowhere");
    }
    if (atomExpected) {
      throw bad("an atom is missing");
    }
    if (!branches.isEmpty()) {
      throw bad(branches.peek().position(), "a branch is never closed");
    }
    for (OpenRing ring : openRings) {
      if (ring != null) {
        throw new RefusalException(
            SelfiesProblem.UNSUPPORTED,
            ring.position(),
            "a ring is not closed before the end or the next dot");
      }
    }
  }

  private int digit(int place) throws RefusalException {
    char symbol = place < text.length() ? text.charAt(place) : ' ';
    if (symbol < '0' || symbol > '9') {
      throw bad("'%' is not followed by two digits");
    }
    return symbol - '0';
  }

  private void ring(int number, int length) throws RefusalException {
    if (atomExpected) {
      throw bad("a ring number has no atom before it");
    }
    OpenRing open = openRings[number];
    if (open == null) {
      Bond bond = new Bond(previous, 0);
      openRings[number] = new OpenRing(bond, pendingBond, at);
      previous.bonds.add(bond);
    } else {
      openRings[number] = null;
      close(open);
    }
    pendingBond = NO_BOND;
    at += length;
  }

  private void close(OpenRing open) throws RefusalException {
    Bond bond = open.bond();
    if (bond.from == previous) {
      throw bad("a ring joins an atom to itself");
    }
    if (areJoined(bond.from, previous)) {
      throw bad("a ring joins two atoms that are joined already");
    }
    boolean bothMarked = isMark(open.sign()) && isMark(pendingBond);
    boolean bothSaid = open.sign() != NO_BOND && pendingBond != NO_BOND;
    if (bothSaid && open.sign() != pendingBond && !bothMarked) {
      throw bad("the two ends of a ring name different bonds");
    }
    bond.to = previous;
    bond.order =
        order(open.sign() == NO_BOND ? pendingBond : open.sign(), bond.from, previous.label);
    bond.fromMark = mark(open.sign());
    bond.toMark = mark(pendingBond);
    MoleculeGraph.count(bond, bond.order);
    previous.bonds.add(bond);
    // A ring may close behind the branch in which it was opened: CC(CCC3)3.
    boolean opensLater = bond.to.index < bond.from.index;
    if (opensLater) {
      bond.turn();
    }
    bond.ring = 1 + (opensLater ? open.position() : at);
  }

  private static boolean isMark(char sign) {
    return mark(sign) != MoleculeGraph.UNMARKED;
  }

  private static boolean areJoined(Atom earlier, Atom later) {
    if (later.into != null && later.into.from == earlier) {
      return true;
    }
    Atom fewer = earlier.bonds.size() < later.bonds.size() ? earlier : later;
    Atom other = fewer == earlier ? later : earlier;
    for (Bond bond : fewer.bonds) {
      if (bond.to == other || (bond.from == other && bond.to == fewer)) {
        return true;
      }
    }
    return false;
  }
}
