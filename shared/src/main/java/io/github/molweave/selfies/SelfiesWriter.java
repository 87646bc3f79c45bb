package io.github.molweave.selfies;

import io.github.molweave.selfies.MoleculeGraph.Atom;
import io.github.molweave.selfies.MoleculeGraph.Bond;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes a molecule in SELFIES, its atoms in their order. */
final class SelfiesWriter {
  private final SelfiesVersion version;
  private final Deque<Chain> open = new ArrayDeque<>();

  private SelfiesWriter(SelfiesVersion version) {
    this.version = version;
  }

  /** A chain of atoms that is being written: a fragment or a branch. */
  private static final class Chain {
    final Bond into;
    final StringBuilder text = new StringBuilder();
    int symbols;
    Atom atom;
    int nextBond;

    Chain(Bond into) {
      this.into = into;
    }

    void add(String symbol) {
      text.append('[').append(symbol).append(']');
      symbols++;
    }
  }

  /**
   * The SELFIES of {@code molecule}, which has no aromatic bonds left.
   *
   * @throws RefusalException when a branch or a ring is too large to be said
   */
  static String write(MoleculeGraph molecule, SelfiesVersion version) throws RefusalException {
    SelfiesWriter writer = new SelfiesWriter(version);
    StringBuilder text = new StringBuilder();
    for (Atom root : molecule.roots()) {
      text.append(text.length() == 0 ? "" : ".").append(writer.fragment(root));
    }
    return text.toString();
  }

  private String fragment(Atom root) throws RefusalException {
    Chain chain = new Chain(null);
    enter(chain, root);
    while (true) {
      if (chain.nextBond < chain.atom.bonds.size()) {
        chain = follow(chain, chain.atom.bonds.get(chain.nextBond++));
      } else if (open.isEmpty()) {
        return chain.text.toString();
      } else {
        addBranch(open.peek(), chain);
        chain = open.pop();
      }
    }
  }

  /** Writes a ring, or goes on to the atom behind a bond; gives the chain that it is in. */
  private Chain follow(Chain chain, Bond bond) throws RefusalException {
    if (bond.ring > 0) {
      if (bond.to == chain.atom) {
        addRing(chain, bond);
      }
      return chain;
    }
    boolean last = chain.nextBond == chain.atom.bonds.size();
    Chain next = chain;
    if (!last) {
      open.push(chain);
      next = new Chain(bond);
    }
    enter(next, bond.to);
    return next;
  }

  private void enter(Chain chain, Atom atom) {
    chain.atom = atom;
    chain.nextBond = 0;
    AtomLabel label = atom.label;
    if (!label.chirality().isEmpty() && decodesMirrored(atom)) {
      label = label.mirrored();
    }
    String sign = atom.into == null ? "" : atom.into.sign(atom.into.fromMark);
    chain.add(sign + label.symbol(version));
  }

  /**
   * Whether an odd permutation leads from the order of the bonds in the text to the order in which
   * a decoder writes them: rings as they were closed, then what hangs on the atom.
   */
  private static boolean decodesMirrored(Atom atom) {
    int exchanges = 0;
    for (int later = 1; later < atom.bonds.size(); later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        int first = atom.bonds.get(earlier).ring;
        int second = atom.bonds.get(later).ring;
        boolean exchanged = second > 0 && (first == 0 || first > second);
        exchanges += exchanged ? 1 : 0;
      }
    }
    return exchanges % 2 == 1;
  }

  private void addRing(Chain chain, Bond bond) throws RefusalException {
    int number = bond.to.index - bond.from.index - 1;
    int digits = digits(number, bond.to, "ring");
    chain.add(ringSign(bond) + "Ring" + digits);
    IndexSymbols.append(chain.text, number, digits, version);
    chain.symbols += digits;
  }

  private String ringSign(Bond bond) {
    boolean marked = bond.fromMark != bond.toMark || bond.fromMark != MoleculeGraph.UNMARKED;
    if (version == SelfiesVersion.TWO) {
      return bond.order == 1 && marked
          ? String.valueOf(bond.fromMark) + bond.toMark
          : bond.sign(MoleculeGraph.UNMARKED);
    }
    boolean unmarkedFrom = bond.fromMark == MoleculeGraph.UNMARKED;
    String sign = bond.sign(unmarkedFrom ? bond.toMark : bond.fromMark);
    return sign.isEmpty() ? "" : "Expl" + sign;
  }

  private void addBranch(Chain chain, Chain branch) throws RefusalException {
    int number = branch.symbols - 1;
    int digits = digits(number, branch.into.to, "branch");
    String sign = branch.into.sign(MoleculeGraph.UNMARKED);
    chain.add(
        version == SelfiesVersion.ONE
            ? "Branch" + digits + "_" + branch.into.order
            : sign + "Branch" + digits);
    IndexSymbols.append(chain.text, number, digits, version);
    chain.text.append(branch.text);
    chain.symbols += digits + branch.symbols;
  }

  private static int digits(int number, Atom place, String what) throws RefusalException {
    int digits = IndexSymbols.count(number);
    if (digits == 0) {
      throw new RefusalException(
          SelfiesProblem.TOO_FAR,
          place.position,
          "SELFIES cannot say how large this " + what + " is: more than 4096");
    }
    return digits;
  }
}
