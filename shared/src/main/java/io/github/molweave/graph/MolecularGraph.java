package io.github.molweave.graph;

import io.github.molweave.chemistry.ConnectionTable;
import io.github.molweave.chemistry.Molecule;

/**
 * A molecule as a graph of atoms and bonds with its rings and its aromaticity, as RDKit sees it:
 * what patterns are matched against and what properties are counted on. Immutable.
 *
 * <p>Atoms are 0..{@link #atoms()}-1 in the order of {@link ConnectionTable}, bonds likewise;
 * queries with other numbers are the caller's fault and not checked.
 *
 * <p>Accuracy: {@code AromaticityTest} and {@code MolecularPropertiesTest} compare with RDKit.
 */
public final class MolecularGraph {
  private final ConnectionTable table;
  private final int[] charges;
  private final int[] orders;
  private final int[] firstLink;
  private final int[] linkedAtom;
  private final int[] linkedBond;
  private final Rings rings;
  private final Aromaticity aromaticity;
  private final int[] kinds;
  private final int[] neighbourKinds;
  private int kindsPresent;

  private MolecularGraph(ConnectionTable table) {
    this.table = table;
    this.charges = table.charges().clone();
    this.orders = table.orders().clone();
    int atoms = table.atomicNumbers().length;
    this.firstLink = new int[atoms + 1];
    this.linkedAtom = new int[2 * orders.length];
    this.linkedBond = new int[2 * orders.length];
    link(atoms);
    ChargeSeparation.apply(this, charges, orders);
    this.rings = Rings.of(this);
    this.aromaticity = Aromaticity.of(this);
    this.kinds = new int[atoms];
    this.neighbourKinds = new int[atoms];
    for (int atom = 0; atom < atoms; atom++) {
      kinds[atom] = AtomKind.bit(atomicNumber(atom), isAromatic(atom));
      kindsPresent |= kinds[atom];
      for (int link = firstLink[atom]; link < firstLink[atom + 1]; link++) {
        neighbourKinds[linkedAtom[link]] |= kinds[atom];
      }
    }
  }

  /** The graph of {@code molecule}. */
  public static MolecularGraph of(Molecule molecule) {
    return new MolecularGraph(ConnectionTable.of(molecule));
  }

  private void link(int atoms) {
    int bonds = orders.length;
    int[] next = new int[atoms];
    for (int bond = 0; bond < bonds; bond++) {
      next[table.begins()[bond]]++;
      next[table.ends()[bond]]++;
    }
    for (int atom = 0; atom < atoms; atom++) {
      firstLink[atom + 1] = firstLink[atom] + next[atom];
      next[atom] = firstLink[atom];
    }
    for (int bond = 0; bond < bonds; bond++) {
      int begin = table.begins()[bond];
      int end = table.ends()[bond];
      linkedAtom[next[begin]] = end;
      linkedBond[next[begin]++] = bond;
      linkedAtom[next[end]] = begin;
      linkedBond[next[end]++] = bond;
    }
  }

  /** Number of atoms; of hydrogens only those that {@link ConnectionTable} keeps as atoms. */
  public int atoms() {
    return table.atomicNumbers().length;
  }

  /** Number of bonds between these atoms. */
  public int bonds() {
    return orders.length;
  }

  /** Where the links of {@code atom} begin; they end before those of the next atom. */
  public int firstLink(int atom) {
    return firstLink[atom];
  }

  /** The neighbour at the other end of {@code link}. */
  public int linkedAtom(int link) {
    return linkedAtom[link];
  }

  /** The bond of {@code link}. */
  public int linkedBond(int link) {
    return linkedBond[link];
  }

  /** The bond between two atoms, or -1. */
  public int bondBetween(int atom, int other) {
    for (int link = firstLink[atom]; link < firstLink[atom + 1]; link++) {
      if (linkedAtom[link] == other) {
        return linkedBond[link];
      }
    }
    return -1;
  }

  /** Atomic number, 0 for {@code *}. */
  public int atomicNumber(int atom) {
    return table.atomicNumbers()[atom];
  }

  /** Formal charge, after hypervalent P and halogen oxides were written with separate charges. */
  public int charge(int atom) {
    return charges[atom];
  }

  /** Mass number, 0 for the natural mixture. */
  public int isotope(int atom) {
    return table.isotopes()[atom];
  }

  /** Unpaired electrons. */
  public int radicals(int atom) {
    return table.radicals()[atom];
  }

  /** Hydrogens that are counted at {@code atom}, not atoms of the graph. */
  public int countedHydrogens(int atom) {
    return table.hydrogens()[atom];
  }

  /** All hydrogens on {@code atom}. */
  public int hydrogens(int atom) {
    int count = table.hydrogens()[atom];
    for (int link = firstLink[atom]; link < firstLink[atom + 1]; link++) {
      count += table.atomicNumbers()[linkedAtom[link]] == 1 ? 1 : 0;
    }
    return count;
  }

  /** Number of neighbours that are atoms of the graph. */
  public int degree(int atom) {
    return firstLink[atom + 1] - firstLink[atom];
  }

  /** Number of neighbours, hydrogens included. */
  public int totalDegree(int atom) {
    return degree(atom) + table.hydrogens()[atom];
  }

  /** Sum of the orders of its bonds to atoms of the graph. */
  public int bondOrders(int atom) {
    int sum = 0;
    for (int link = firstLink[atom]; link < firstLink[atom + 1]; link++) {
      sum += orders[linkedBond[link]];
    }
    return sum;
  }

  /** Sum of bond orders, hydrogens included. */
  public int valence(int atom) {
    return bondOrders(atom) + table.hydrogens()[atom];
  }

  /** See {@link ConnectionTable#parities()}. */
  public int parity(int atom) {
    return table.parities()[atom];
  }

  /** One end of {@code bond}. */
  public int begin(int bond) {
    return table.begins()[bond];
  }

  /** The other end of {@code bond}. */
  public int end(int bond) {
    return table.ends()[bond];
  }

  /** The order in the Kekule form: 0 (to a metal), 1, 2 or 3. */
  public int order(int bond) {
    return orders[bond];
  }

  /** See {@link ConnectionTable#bondParities()}. */
  public int bondParity(int bond) {
    return table.bondParities()[bond];
  }

  /** The rings. */
  public Rings rings() {
    return rings;
  }

  /** The bit of {@link AtomKind} that {@code atom} has. */
  public int kind(int atom) {
    return kinds[atom];
  }

  /** The bits of its neighbours. */
  public int neighbourKinds(int atom) {
    return neighbourKinds[atom];
  }

  /** The bits of all atoms. */
  public int kindsPresent() {
    return kindsPresent;
  }

  /** Whether {@code atom} is aromatic. */
  public boolean isAromatic(int atom) {
    return aromaticity.atom(atom);
  }

  /** Whether {@code bond} is aromatic; not so the bond between the rings of azulene. */
  public boolean isAromaticBond(int bond) {
    return aromaticity.bond(bond);
  }
}
