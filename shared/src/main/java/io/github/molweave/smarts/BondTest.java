package io.github.molweave.smarts;

import io.github.molweave.graph.MolecularGraph;

/** What a pattern asks of one bond. */
sealed interface BondTest {
  boolean holds(MolecularGraph graph, int bond);

  /** The primitives. Orders are those of bonds that are not aromatic. */
  enum Kind implements BondTest {
    /** Nothing written: single or aromatic. */
    UNWRITTEN,
    /** {@code ~}. */
    ANY,
    /** {@code -}. */
    SINGLE,
    /** {@code =}. */
    DOUBLE,
    /** {@code #}. */
    TRIPLE,
    /** {@code :}. */
    AROMATIC,
    /** {@code @}. */
    IN_RING;

    @Override
    public boolean holds(MolecularGraph graph, int bond) {
      boolean aromatic = graph.isAromaticBond(bond);
      return switch (this) {
        case UNWRITTEN -> aromatic || graph.order(bond) == 1;
        case ANY -> true;
        case SINGLE -> !aromatic && graph.order(bond) == 1;
        case DOUBLE -> !aromatic && graph.order(bond) == 2;
        case TRIPLE -> graph.order(bond) == 3;
        case AROMATIC -> aromatic;
        case IN_RING -> graph.rings().ofBond(bond) > 0;
      };
    }
  }

  /** Not. */
  record Not(BondTest inner) implements BondTest {
    @Override
    public boolean holds(MolecularGraph graph, int bond) {
      return !inner.holds(graph, bond);
    }
  }

  /** Both. */
  record Both(BondTest one, BondTest other) implements BondTest {
    @Override
    public boolean holds(MolecularGraph graph, int bond) {
      return one.holds(graph, bond) && other.holds(graph, bond);
    }
  }

  /** At least one of two. */
  record Either(BondTest one, BondTest other) implements BondTest {
    @Override
    public boolean holds(MolecularGraph graph, int bond) {
      return one.holds(graph, bond) || other.holds(graph, bond);
    }
  }
}
