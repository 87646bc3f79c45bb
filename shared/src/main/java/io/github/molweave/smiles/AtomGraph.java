package io.github.molweave.smiles;

import java.util.Arrays;

/**
 * Atoms and bonds in arrays that grow, added and taken away at the end only. Each bond has two
 * links, {@code 2 * bond} at the atom written first and {@code 2 * bond + 1} at the other; the
 * links of an atom form a list, newest first.
 */
final class AtomGraph {
  static final int NONE = -1;

  int atoms;
  int bonds;

  /** Number of atoms that are hydrogen, and of those in lower case. */
  int hydrogenAtoms;

  int aromaticAtoms;
  int aromaticBonds;

  /** Number of bond ends that take nothing of their atom's valence. */
  int freeLinks;

  int[] element = new int[64];
  int[] flags = new int[64];
  int[] hydrogens = new int[64];
  int[] charge = new int[64];

  /** Where the atom stands in the text, in whatever unit the owner counts. */
  int[] place = new int[64];

  /** Twice the sum of the bond orders at the atom, without written hydrogens. */
  int[] twiceOrders = new int[64];

  /** Twice the most bonds that the atom may have, written hydrogens included. */
  int[] twiceMost = new int[64];

  int[] degree = new int[64];
  int[] aromaticDegree = new int[64];
  int[] firstLink = new int[64];

  /** The bond to the atom before it in the text, or {@link #NONE}; all others close rings. */
  int[] chainBond = new int[64];

  /** Atom at which the link hangs. */
  int[] linkAtom = new int[128];

  int[] nextLink = new int[128];

  /** Twice what the bond takes of the valence of the link's atom. */
  int[] twiceTaken = new int[128];

  /** By bond: the kind it counts as; {@link BondKind#AROMATIC} also where nothing is written. */
  BondKind[] kind = new BondKind[64];

  void clear() {
    atoms = 0;
    bonds = 0;
    hydrogenAtoms = 0;
    aromaticAtoms = 0;
    aromaticBonds = 0;
    freeLinks = 0;
  }

  int addAtom(int newElement, int newFlags, int newHydrogens, int newCharge, int newPlace) {
    if (atoms == element.length) {
      growAtoms();
    }
    int atom = atoms++;
    element[atom] = newElement;
    flags[atom] = newFlags;
    hydrogens[atom] = newHydrogens;
    charge[atom] = newCharge;
    place[atom] = newPlace;
    twiceOrders[atom] = 0;
    degree[atom] = 0;
    aromaticDegree[atom] = 0;
    firstLink[atom] = NONE;
    chainBond[atom] = NONE;
    twiceMost[atom] = twiceMost(newElement, newCharge);
    hydrogenAtoms += newElement == Elements.HYDROGEN ? 1 : 0;
    aromaticAtoms += newFlags & AtomFlags.AROMATIC;
    return atom;
  }

  void removeLastAtom() {
    int atom = --atoms;
    hydrogenAtoms -= element[atom] == Elements.HYDROGEN ? 1 : 0;
    aromaticAtoms -= flags[atom] & AtomFlags.AROMATIC;
  }

  private static int twiceMost(int element, int charge) {
    int highest = Elements.highestValence(element, charge);
    return highest == Elements.UNLIMITED ? highest : 2 * highest;
  }

  /** Joins a new atom to the one before it. */
  void addChainBond(int before, int atom, BondKind written) {
    chainBond[atom] = bonds;
    addBond(before, atom, written);
  }

  /** Joins two atoms; {@code first} is the one that the direction of a dative bond starts from. */
  void addBond(int first, int second, BondKind written) {
    if (bonds == kind.length) {
      growBonds();
    }
    BondKind counted = written;
    if (written.isUnspecified() && isAromatic(first) && isAromatic(second)) {
      counted = BondKind.AROMATIC;
    }
    int bond = bonds++;
    kind[bond] = counted;
    int twice = counted.twiceOrder();
    link(2 * bond, first, counted == BondKind.DATIVE_FORWARD ? 0 : twice);
    link(2 * bond + 1, second, counted == BondKind.DATIVE_BACKWARD ? 0 : twice);
    if (counted == BondKind.AROMATIC) {
      aromaticBonds++;
      aromaticDegree[first]++;
      aromaticDegree[second]++;
    }
  }

  private void link(int link, int atom, int twice) {
    linkAtom[link] = atom;
    nextLink[link] = firstLink[atom];
    firstLink[atom] = link;
    twiceTaken[link] = twice;
    twiceOrders[atom] += twice;
    degree[atom]++;
    freeLinks += twice == 0 ? 1 : 0;
  }

  void removeLastBond() {
    int bond = --bonds;
    int first = linkAtom[2 * bond];
    int second = linkAtom[2 * bond + 1];
    unlink(2 * bond, first);
    unlink(2 * bond + 1, second);
    if (kind[bond] == BondKind.AROMATIC) {
      aromaticBonds--;
      aromaticDegree[first]--;
      aromaticDegree[second]--;
    }
  }

  private void unlink(int link, int atom) {
    firstLink[atom] = nextLink[link];
    twiceOrders[atom] -= twiceTaken[link];
    degree[atom]--;
    freeLinks -= twiceTaken[link] == 0 ? 1 : 0;
  }

  boolean isAromatic(int atom) {
    return (flags[atom] & AtomFlags.AROMATIC) != 0;
  }

  /** Whether it is in lower case or has an aromatic bond. */
  boolean isAromaticAtAll(int atom) {
    return (flags[atom] & AtomFlags.AROMATIC) != 0 || aromaticDegree[atom] > 0;
  }

  /** Twice the bonds and written hydrogens of the atom. */
  int twiceValence(int atom) {
    return twiceOrders[atom] + 2 * hydrogens[atom];
  }

  boolean isBracket(int atom) {
    return (flags[atom] & AtomFlags.BRACKET) != 0;
  }

  /** The atom at the far end of a link. */
  int neighbour(int link) {
    return linkAtom[link ^ 1];
  }

  boolean areJoined(int a, int b) {
    int from = degree[a] <= degree[b] ? a : b;
    int to = from == a ? b : a;
    for (int link = firstLink[from]; link != NONE; link = nextLink[link]) {
      if (linkAtom[link ^ 1] == to) {
        return true;
      }
    }
    return false;
  }

  /** Becomes a copy of {@code other}. */
  void copy(AtomGraph other) {
    while (element.length < other.atoms) {
      growAtoms();
    }
    while (kind.length < other.bonds) {
      growBonds();
    }
    atoms = other.atoms;
    bonds = other.bonds;
    hydrogenAtoms = other.hydrogenAtoms;
    aromaticAtoms = other.aromaticAtoms;
    aromaticBonds = other.aromaticBonds;
    freeLinks = other.freeLinks;
    System.arraycopy(other.element, 0, element, 0, atoms);
    System.arraycopy(other.flags, 0, flags, 0, atoms);
    System.arraycopy(other.hydrogens, 0, hydrogens, 0, atoms);
    System.arraycopy(other.charge, 0, charge, 0, atoms);
    System.arraycopy(other.twiceOrders, 0, twiceOrders, 0, atoms);
    System.arraycopy(other.degree, 0, degree, 0, atoms);
    System.arraycopy(other.aromaticDegree, 0, aromaticDegree, 0, atoms);
    System.arraycopy(other.twiceMost, 0, twiceMost, 0, atoms);
    System.arraycopy(other.chainBond, 0, chainBond, 0, atoms);
    System.arraycopy(other.firstLink, 0, firstLink, 0, atoms);
    System.arraycopy(other.kind, 0, kind, 0, bonds);
    System.arraycopy(other.linkAtom, 0, linkAtom, 0, 2 * bonds);
    System.arraycopy(other.nextLink, 0, nextLink, 0, 2 * bonds);
    System.arraycopy(other.twiceTaken, 0, twiceTaken, 0, 2 * bonds);
  }

  /** Changes a bond that is not aromatic to another that is not aromatic. */
  void setKind(int bond, BondKind to) {
    kind[bond] = to;
    for (int link = 2 * bond; link <= 2 * bond + 1; link++) {
      twiceOrders[linkAtom[link]] += to.twiceOrder() - twiceTaken[link];
      twiceTaken[link] = to.twiceOrder();
    }
  }

  void setCharge(int atom, int to) {
    charge[atom] = to;
    twiceMost[atom] = twiceMost(element[atom], to);
  }

  /**
   * Makes a hydrogen with one bond a written hydrogen of its neighbour. The neighbour's list of
   * links still has the bond until {@link #dropFolded}.
   */
  void foldHydrogen(int atom) {
    int link = firstLink[atom] ^ 1;
    int heavy = linkAtom[link];
    twiceOrders[heavy] -= twiceTaken[link];
    freeLinks -= twiceTaken[link] == 0 ? 1 : 0;
    degree[heavy]--;
    hydrogens[heavy]++;
    if (kind[link >> 1] == BondKind.AROMATIC) {
      aromaticDegree[heavy]--;
      aromaticBonds--;
    }
    // What is left is a lone wildcard, which has no rules.
    element[atom] = Elements.ANY;
    setCharge(atom, 0);
    firstLink[atom] = NONE;
    degree[atom] = 0;
    twiceOrders[atom] = 0;
    aromaticDegree[atom] = 0;
    hydrogens[atom] = 0;
  }

  /** Takes the bonds of folded hydrogens out of the lists of their neighbours. */
  void dropFolded() {
    for (int atom = 0; atom < atoms; atom++) {
      int kept = NONE;
      for (int link = firstLink[atom]; link != NONE; link = nextLink[link]) {
        if (firstLink[linkAtom[link ^ 1]] == NONE) {
          continue;
        }
        if (kept == NONE) {
          firstLink[atom] = link;
        } else {
          nextLink[kept] = link;
        }
        kept = link;
      }
      if (kept == NONE) {
        firstLink[atom] = NONE;
      } else {
        nextLink[kept] = NONE;
      }
    }
  }

  private void growAtoms() {
    int size = 2 * element.length;
    element = Arrays.copyOf(element, size);
    flags = Arrays.copyOf(flags, size);
    hydrogens = Arrays.copyOf(hydrogens, size);
    charge = Arrays.copyOf(charge, size);
    place = Arrays.copyOf(place, size);
    twiceOrders = Arrays.copyOf(twiceOrders, size);
    degree = Arrays.copyOf(degree, size);
    aromaticDegree = Arrays.copyOf(aromaticDegree, size);
    firstLink = Arrays.copyOf(firstLink, size);
    twiceMost = Arrays.copyOf(twiceMost, size);
    chainBond = Arrays.copyOf(chainBond, size);
  }

  private void growBonds() {
    int size = 2 * kind.length;
    kind = Arrays.copyOf(kind, size);
    linkAtom = Arrays.copyOf(linkAtom, 2 * size);
    nextLink = Arrays.copyOf(nextLink, 2 * size);
    twiceTaken = Arrays.copyOf(twiceTaken, 2 * size);
  }
}
