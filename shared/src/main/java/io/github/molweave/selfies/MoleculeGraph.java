package io.github.molweave.selfies;

import java.util.ArrayList;
import java.util.List;

/** A molecule between two texts: its atoms in their order, each with its bonds in theirs. */
final class MoleculeGraph {
  /** The mark of a bond end that has none. */
  static final char UNMARKED = '-';

  private final List<Atom> atoms = new ArrayList<>();
  private final List<Atom> roots = new ArrayList<>();

  /** An atom and the bonds that are written after it. */
  static final class Atom {
    /** From 0, in the order of the text. */
    final int index;

    /** Where in the text it stands. */
    final int position;

    AtomLabel label;

    /** The bond to the atom that it hangs on; null for the first atom of a fragment. */
    Bond into;

    /** Rings that open or close here and bonds to the atoms that hang on it, as written. */
    final List<Bond> bonds = new ArrayList<>(2);

    /** Sum of the orders of all its bonds; an aromatic bond counts 1. */
    int bondOrders;

    Atom(int index, int position, AtomLabel label) {
      this.index = index;
      this.position = position;
      this.label = label;
    }
  }

  /** A bond from an earlier atom to a later one. */
  static final class Bond {
    static final int AROMATIC = 4;

    Atom from;
    Atom to;

    /** 1..3, or {@link #AROMATIC} until double bonds are chosen. */
    int order;

    /** {@code /}, {@code \} or {@link #UNMARKED}; the second is for rings. */
    char fromMark = UNMARKED;

    char toMark = UNMARKED;

    /**
     * 0 for a bond of the tree. Rings have the place in the text of the number at their later end,
     * from 1; when SMILES is written, their number.
     */
    int ring;

    Bond(Atom from, int order) {
      this.from = from;
      this.order = order;
    }

    /** Swaps the ends of a ring, so that it leads to the later atom. */
    void turn() {
      Atom earlier = to;
      char earlierMark = toMark;
      to = from;
      toMark = fromMark;
      from = earlier;
      fromMark = earlierMark;
    }

    /** The sign before an atom or a ring number, nothing for an unmarked single bond. */
    String sign(char mark) {
      return switch (order) {
        case 2 -> "=";
        case 3 -> "#";
        default -> mark == UNMARKED ? "" : String.valueOf(mark);
      };
    }
  }

  List<Atom> atoms() {
    return atoms;
  }

  /** The first atom of each fragment. */
  List<Atom> roots() {
    return roots;
  }

  /** Adds an atom that hangs on no other. */
  Atom addRoot(int position, AtomLabel label) {
    Atom atom = add(position, label);
    roots.add(atom);
    return atom;
  }

  /** Adds an atom that hangs on another; the bond counts, but is not in that one's list yet. */
  Atom addNext(Bond bond, int position, AtomLabel label) {
    Atom atom = add(position, label);
    atom.into = bond;
    bond.to = atom;
    count(bond, bond.order);
    return atom;
  }

  /** Counts {@code orders} more at both ends of a bond; 1 for an aromatic one. */
  static void count(Bond bond, int orders) {
    int counted = orders == Bond.AROMATIC ? 1 : orders;
    bond.from.bondOrders += counted;
    bond.to.bondOrders += counted;
  }

  private Atom add(int position, AtomLabel label) {
    Atom atom = new Atom(atoms.size(), position, label);
    atoms.add(atom);
    return atom;
  }
}
