package io.github.molweave.graph;

/**
 * The rings of a molecule: all that belong to some smallest set of smallest rings. Where the
 * smallest set is not unique (three six-membered rings in quinuclidine, of which any two would do)
 * all of them are here, so that the order of the atoms does not matter.
 *
 * <p>Ranges: at most {@value RingFamilies#MOST_PATHS} ways between two opposite places of a large
 * ring are followed, which matters only where it passes through five or more para-linked rings.
 *
 * <p>Source: relevant cycles after P. Vismara, Union of all the minimum cycle bases of a graph,
 * Electronic Journal of Combinatorics 4 (1997), R9.
 */
public final class Rings {
  private final int[][] atoms;
  private final int[][] bonds;
  private final int[] ringsOfAtom;
  private final int[] ringsOfBond;
  private final boolean[] threeMembered;
  private final int number;

  private Rings(MolecularGraph graph, RingFamilies families) {
    atoms = families.rings().toArray(new int[0][]);
    bonds = new int[atoms.length][];
    ringsOfAtom = new int[graph.atoms()];
    ringsOfBond = new int[graph.bonds()];
    threeMembered = new boolean[graph.atoms()];
    int small = 0;
    for (int ring = 0; ring < atoms.length; ring++) {
      int[] around = atoms[ring];
      bonds[ring] = new int[around.length];
      for (int i = 0; i < around.length; i++) {
        bonds[ring][i] = graph.bondBetween(around[i], around[(i + 1) % around.length]);
        ringsOfBond[bonds[ring][i]]++;
        ringsOfAtom[around[i]]++;
        threeMembered[around[i]] |= around.length == 3;
      }
      small += around.length <= RingFamilies.LARGEST_SMALL ? 1 : 0;
    }
    number = small + families.independentLarge();
  }

  static Rings of(MolecularGraph graph) {
    return new Rings(graph, RingFamilies.of(graph));
  }

  /** How many rings are listed. */
  public int count() {
    return atoms.length;
  }

  /**
   * How many rings a chemist counts: those of up to {@value RingFamilies#LARGEST_SMALL} atoms, and
   * of larger ones as many as are independent. So a cyclodextrin has one large ring, not one for
   * each way through its sugars.
   */
  public int number() {
    return number;
  }

  /** The atoms of {@code ring} in their order around it; not to be written to. */
  public int[] atoms(int ring) {
    return atoms[ring];
  }

  /** The bonds of {@code ring} in their order around it; not to be written to. */
  public int[] bonds(int ring) {
    return bonds[ring];
  }

  /** How many rings {@code atom} is in. */
  public int ofAtom(int atom) {
    return ringsOfAtom[atom];
  }

  /** How many rings {@code bond} is in. */
  public int ofBond(int bond) {
    return ringsOfBond[bond];
  }

  /** Whether {@code atom} is in a ring of three. */
  public boolean isInThreeRing(int atom) {
    return threeMembered[atom];
  }
}
