package io.github.molweave.smarts;

import io.github.molweave.graph.MolecularGraph;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A pattern that has been parsed. Immutable; matching is by backtracking, in the order in which the
 * pattern is written, so that a pattern that begins with its rarest atom is the fastest.
 *
 * <p>Ranges: what property tables are written in. That is atoms in and out of brackets with {@code
 * * A a #n H D X v R r}, charges, isotopes, {@code $(...)}; bonds {@code - = # : ~ @}; {@code ! & ,
 * ;} for both; branches, ring closures of one digit, dots. Not: stereo marks, ring sizes, {@code *}
 * for hydrogens that are not atoms of the graph, reactions.
 *
 * <p>Accuracy: {@code SmartsPatternTest} compares matches with RDKit's.
 *
 * <p>Source: the SMARTS theory manual of Daylight, with RDKit's reading of unwritten bonds (single
 * or aromatic) and of {@code R} (count of the rings of {@link MolecularGraph#rings()}).
 */
public final class SmartsPattern {
  private static final int NONE = -1;

  private final AtomTest[] atoms;
  private final int[] parents;
  private final BondTest[] parentBonds;
  private final Closure[][] closures;
  private final int[] kinds;
  private final int[][] neighbourKinds;

  /** A bond to an atom that stands earlier in the pattern, besides the one to the parent. */
  record Closure(int earlier, BondTest bond) {}

  /** {@code parents[i] < i}; -1 for the first atom of each part between dots. */
  SmartsPattern(AtomTest[] atoms, int[] parents, BondTest[] parentBonds, Closure[][] closures) {
    this.atoms = atoms;
    this.parents = parents;
    this.parentBonds = parentBonds;
    this.closures = closures;
    this.kinds = new int[atoms.length];
    for (int atom = 0; atom < kinds.length; atom++) {
      kinds[atom] = atoms[atom].kinds();
    }
    this.neighbourKinds = new int[atoms.length][0];
    for (int atom = 0; atom < kinds.length; atom++) {
      if (parents[atom] != NONE) {
        join(atom, parents[atom]);
      }
      for (Closure closure : closures[atom]) {
        join(atom, closure.earlier());
      }
    }
  }

  private void join(int atom, int other) {
    neighbourKinds[atom] = appended(neighbourKinds[atom], kinds[other]);
    neighbourKinds[other] = appended(neighbourKinds[other], kinds[atom]);
  }

  private static int[] appended(int[] values, int value) {
    int[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = value;
    return longer;
  }

  /** A cheap necessary condition, by kinds and numbers of neighbours alone. */
  private boolean mayBe(MolecularGraph graph, int patternAtom, int atom) {
    int[] wanted = neighbourKinds[patternAtom];
    if ((kinds[patternAtom] & graph.kind(atom)) == 0 || wanted.length > graph.degree(atom)) {
      return false;
    }
    int around = graph.neighbourKinds(atom);
    for (int kind : wanted) {
      if ((kind & around) == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is none, or uses what is not supported
   */
  public static SmartsPattern of(String smarts) {
    return new SmartsParser(smarts).parse();
  }

  /** Whether it occurs with its first atom on {@code atom}. */
  public boolean matchesAt(MolecularGraph graph, int atom) {
    if (!beginsAt(graph, atom)) {
      return false;
    }
    return atoms.length == 1 || search(graph, beginning(atom), 1, null);
  }

  private boolean beginsAt(MolecularGraph graph, int atom) {
    return mayBe(graph, 0, atom) && atoms[0].holds(graph, atom);
  }

  private int[] beginning(int atom) {
    int[] image = new int[atoms.length];
    image[0] = atom;
    return image;
  }

  /** The kinds that its first atom may have. */
  int firstKinds() {
    return kinds[0];
  }

  /** Whether it occurs anywhere. */
  public boolean isIn(MolecularGraph graph) {
    for (int kind : kinds) {
      if ((kind & graph.kindsPresent()) == 0) {
        return false;
      }
    }
    // One array for all beginnings: making it costs more than most searches.
    int[] image = null;
    for (int atom = 0; atom < graph.atoms(); atom++) {
      if (beginsAt(graph, atom)) {
        image = image == null ? beginning(atom) : image;
        image[0] = atom;
        if (search(graph, image, 1, null)) {
          return true;
        }
      }
    }
    return false;
  }

  /** On how many different sets of atoms it occurs. */
  public int countIn(MolecularGraph graph) {
    Set<String> sets = new HashSet<>();
    int count = 0;
    for (int atom = 0; atom < graph.atoms(); atom++) {
      if (beginsAt(graph, atom)) {
        count++;
        if (atoms.length > 1) {
          search(graph, beginning(atom), 1, sets);
        }
      }
    }
    return atoms.length > 1 ? sets.size() : count;
  }

  /** Places atom {@code next} and all after it; without {@code sets} the first way is enough. */
  private boolean search(MolecularGraph graph, int[] image, int next, Set<String> sets) {
    if (next == atoms.length) {
      if (sets != null) {
        sets.add(key(image));
      }
      return sets == null;
    }
    if (parents[next] == NONE) {
      for (int atom = 0; atom < graph.atoms(); atom++) {
        if (fits(graph, image, next, atom) && search(graph, image, next + 1, sets)) {
          return true;
        }
      }
      return false;
    }
    int parent = image[parents[next]];
    for (int link = graph.firstLink(parent); link < graph.firstLink(parent + 1); link++) {
      if (parentBonds[next].holds(graph, graph.linkedBond(link))
          && fits(graph, image, next, graph.linkedAtom(link))
          && search(graph, image, next + 1, sets)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code atom} can be the image of {@code next}; writes it when so. */
  private boolean fits(MolecularGraph graph, int[] image, int next, int atom) {
    if (!mayBe(graph, next, atom)) {
      return false;
    }
    for (int i = 0; i < next; i++) {
      if (image[i] == atom) {
        return false;
      }
    }
    if (!atoms[next].holds(graph, atom)) {
      return false;
    }
    for (Closure closure : closures[next]) {
      int bond = graph.bondBetween(atom, image[closure.earlier()]);
      if (bond < 0 || !closure.bond().holds(graph, bond)) {
        return false;
      }
    }
    image[next] = atom;
    return true;
  }

  private static String key(int[] image) {
    int[] sorted = image.clone();
    Arrays.sort(sorted);
    char[] symbols = new char[sorted.length];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (char) sorted[i];
    }
    return new String(symbols);
  }
}
