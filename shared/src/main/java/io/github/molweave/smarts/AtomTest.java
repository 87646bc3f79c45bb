package io.github.molweave.smarts;

import io.github.molweave.graph.AtomKind;
import io.github.molweave.graph.MolecularGraph;

/** What a pattern asks of one atom. */
sealed interface AtomTest {
  boolean holds(MolecularGraph graph, int atom);

  /** The bits of {@link AtomKind} for which it may hold; no others. */
  int kinds();

  /** The bits for which it holds whatever else the atom is; no others. */
  default int certainKinds() {
    return 0;
  }

  /** One primitive with its number. */
  record Primitive(AtomProperty property, int number) implements AtomTest {
    @Override
    public boolean holds(MolecularGraph graph, int atom) {
      return switch (property) {
        case ANY -> true;
        case ELEMENT -> graph.atomicNumber(atom) == number;
        case ALIPHATIC_ELEMENT -> graph.atomicNumber(atom) == number && !graph.isAromatic(atom);
        case AROMATIC_ELEMENT -> graph.atomicNumber(atom) == number && graph.isAromatic(atom);
        case ALIPHATIC -> !graph.isAromatic(atom);
        case AROMATIC -> graph.isAromatic(atom);
        case ISOTOPE -> graph.isotope(atom) == number;
        case CHARGE -> graph.charge(atom) == number;
        case HYDROGENS -> graph.hydrogens(atom) == number;
        case DEGREE -> graph.degree(atom) == number;
        case CONNECTIVITY -> graph.totalDegree(atom) == number;
        case VALENCE -> graph.valence(atom) == number;
        case RINGS -> graph.rings().ofAtom(atom) == number;
        case IN_RING -> graph.rings().ofAtom(atom) > 0;
      };
    }

    @Override
    public int kinds() {
      return switch (property) {
        case ELEMENT -> AtomKind.bit(number, false) | AtomKind.bit(number, true);
        case ALIPHATIC_ELEMENT -> AtomKind.bit(number, false);
        case AROMATIC_ELEMENT -> AtomKind.bit(number, true);
        case ALIPHATIC -> AtomKind.ALL & ~AtomKind.AROMATIC;
        case AROMATIC -> AtomKind.AROMATIC;
        default -> AtomKind.ALL;
      };
    }

    @Override
    public int certainKinds() {
      return switch (property) {
        case ELEMENT, ALIPHATIC_ELEMENT, AROMATIC_ELEMENT -> AtomKind.isOwn(number) ? kinds() : 0;
        case ANY, ALIPHATIC, AROMATIC -> kinds();
        default -> 0;
      };
    }
  }

  /** Not. */
  record Not(AtomTest inner) implements AtomTest {
    @Override
    public boolean holds(MolecularGraph graph, int atom) {
      return !inner.holds(graph, atom);
    }

    @Override
    public int kinds() {
      return AtomKind.ALL & ~inner.certainKinds();
    }

    @Override
    public int certainKinds() {
      return AtomKind.ALL & ~inner.kinds();
    }
  }

  /** Both. */
  record Both(AtomTest one, AtomTest other) implements AtomTest {
    @Override
    public boolean holds(MolecularGraph graph, int atom) {
      return one.holds(graph, atom) && other.holds(graph, atom);
    }

    @Override
    public int kinds() {
      return one.kinds() & other.kinds();
    }

    @Override
    public int certainKinds() {
      return one.certainKinds() & other.certainKinds();
    }
  }

  /** At least one of two. */
  record Either(AtomTest one, AtomTest other) implements AtomTest {
    @Override
    public boolean holds(MolecularGraph graph, int atom) {
      return one.holds(graph, atom) || other.holds(graph, atom);
    }

    @Override
    public int kinds() {
      return one.kinds() | other.kinds();
    }

    @Override
    public int certainKinds() {
      return one.certainKinds() | other.certainKinds();
    }
  }

  /** The first atom of a whole pattern: {@code $(...)}. */
  record Environment(SmartsPattern pattern) implements AtomTest {
    @Override
    public boolean holds(MolecularGraph graph, int atom) {
      return pattern.matchesAt(graph, atom);
    }

    @Override
    public int kinds() {
      return pattern.firstKinds();
    }
  }
}
