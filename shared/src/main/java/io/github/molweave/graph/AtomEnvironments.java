package io.github.molweave.graph;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The circular surroundings of each atom, out to two bonds, each as a number: equal surroundings
 * have equal numbers whatever the order of the atoms. One that covers the same bonds as another one
 * is left out.
 *
 * <p>Source: D. Rogers, M. Hahn, Extended-Connectivity Fingerprints, J. Chem. Inf. Model. 50 (2010)
 * 742. The numbers are Molweave's own.
 */
public final class AtomEnvironments {
  private static final int RADIUS = 2;
  private static final int WORD = 32;

  private final MolecularGraph graph;
  private final int[] found;
  private int count;

  private AtomEnvironments(MolecularGraph graph) {
    this.graph = graph;
    this.found = new int[(RADIUS + 1) * graph.atoms()];
  }

  /** The numbers, sorted; as often as they occur. */
  public static int[] of(MolecularGraph graph) {
    AtomEnvironments environments = new AtomEnvironments(graph);
    environments.collect();
    int[] numbers = Arrays.copyOf(environments.found, environments.count);
    Arrays.sort(numbers);
    return numbers;
  }

  private void collect() {
    int atoms = graph.atoms();
    int words = (graph.bonds() + WORD - 1) / WORD;
    int[] numbers = new int[atoms];
    int[][] covered = new int[atoms][words];
    for (int atom = 0; atom < atoms; atom++) {
      numbers[atom] = alone(atom);
      found[count++] = numbers[atom];
    }
    Set<String> seen = new HashSet<>();
    for (int radius = 1; radius <= RADIUS; radius++) {
      int[] wider = new int[atoms];
      int[][] widerCovered = new int[atoms][];
      Integer[] order = new Integer[atoms];
      for (int atom = 0; atom < atoms; atom++) {
        order[atom] = atom;
        wider[atom] = around(atom, numbers, radius);
        widerCovered[atom] = cover(atom, covered);
      }
      // Of two with the same bonds the lower number stays, so that the order of atoms is nothing.
      Arrays.sort(order, (one, other) -> Integer.compare(wider[one], wider[other]));
      for (int atom : order) {
        if (graph.degree(atom) > 0 && seen.add(key(widerCovered[atom]))) {
          found[count++] = wider[atom];
        }
      }
      numbers = wider;
      covered = widerCovered;
    }
  }

  private int alone(int atom) {
    int number = mixed(17, graph.atomicNumber(atom));
    number = mixed(number, graph.degree(atom));
    number = mixed(number, graph.hydrogens(atom));
    number = mixed(number, graph.charge(atom));
    return mixed(number, graph.rings().ofAtom(atom) > 0 ? 1 : 0);
  }

  private int around(int atom, int[] numbers, int radius) {
    int first = graph.firstLink(atom);
    int[] arms = new int[graph.degree(atom)];
    for (int arm = 0; arm < arms.length; arm++) {
      int bond = graph.linkedBond(first + arm);
      int kind = graph.isAromaticBond(bond) ? 4 : graph.order(bond);
      arms[arm] = mixed(kind, numbers[graph.linkedAtom(first + arm)]);
    }
    Arrays.sort(arms);
    int number = mixed(radius, numbers[atom]);
    for (int arm : arms) {
      number = mixed(number, arm);
    }
    return number;
  }

  private int[] cover(int atom, int[][] covered) {
    int[] bonds = covered[atom].clone();
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      int bond = graph.linkedBond(link);
      bonds[bond / WORD] |= 1 << (bond % WORD);
      int[] behind = covered[graph.linkedAtom(link)];
      for (int word = 0; word < bonds.length; word++) {
        bonds[word] |= behind[word];
      }
    }
    return bonds;
  }

  private static String key(int[] bonds) {
    char[] symbols = new char[2 * bonds.length];
    for (int word = 0; word < bonds.length; word++) {
      symbols[2 * word] = (char) (bonds[word] >>> 16);
      symbols[2 * word + 1] = (char) bonds[word];
    }
    return new String(symbols);
  }

  /** One round of the mixing of MurmurHash3 (A. Appleby, public domain). */
  private static int mixed(int number, int more) {
    int word = Integer.rotateLeft(more * 0xcc9e2d51, 15) * 0x1b873593;
    int both = Integer.rotateLeft(number ^ word, 13) * 5 + 0xe6546b64;
    both = (both ^ both >>> 16) * 0x85ebca6b;
    return both ^ both >>> 13;
  }
}
