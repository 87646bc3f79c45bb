package io.github.molweave.selfies;

import io.github.molweave.selfies.MoleculeGraph.Atom;
import io.github.molweave.selfies.MoleculeGraph.Bond;
import io.github.molweave.selfies.Symbol.Kind;
import io.github.molweave.selfies.Symbol.Placed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Derives a molecule from symbols, one after the other. The state of a chain is how many bonds its
 * last atom has free; a symbol that asks for more gets what is there, and at none the chain ends.
 * Rings are joined when all atoms stand, each as far as both of its atoms have bonds free.
 */
final class Derivation {
  private static final int START = 0;
  private static final int ENDED = -1;
  private static final int MOST_BONDS = 3;

  private final List<Placed> symbols;
  private final SelfiesVersion version;
  private final MoleculeGraph molecule = new MoleculeGraph();
  private final List<Ring> rings = new ArrayList<>();
  private final Deque<Chain> waiting = new ArrayDeque<>();
  private int at;
  private int fragmentEnd;
  private Chain chain;

  private Derivation(List<Placed> symbols, SelfiesVersion version) {
    this.symbols = symbols;
    this.version = version;
  }

  /** A fragment or a branch: its symbols end before {@code end}. */
  private static final class Chain {
    final int end;
    int state;
    Atom last;

    Chain(int end, int state, Atom last) {
      this.end = end;
      this.state = state;
      this.last = last;
    }
  }

  private record Ring(Atom left, Atom right, int order, Symbol symbol) {}

  /**
   * The molecule that {@code symbols} derive.
   *
   * @throws RefusalException when there is no atom among them
   */
  static MoleculeGraph of(List<Placed> symbols, SelfiesVersion version) throws RefusalException {
    Derivation derivation = new Derivation(symbols, version);
    while (derivation.at < symbols.size()) {
      derivation.fragment();
    }
    MoleculeGraph molecule = derivation.molecule;
    if (molecule.atoms().isEmpty()) {
      throw new RefusalException(SelfiesProblem.EMPTY, 0, "there is no atom in it");
    }
    for (Ring ring : derivation.rings) {
      derivation.join(ring);
    }
    for (Atom atom : molecule.atoms()) {
      if (atom.into != null) {
        atom.into.from.bonds.add(atom.into);
      }
    }
    return molecule;
  }

  private void fragment() {
    fragmentEnd = at;
    while (fragmentEnd < symbols.size() && kind(fragmentEnd) != Kind.DOT) {
      fragmentEnd++;
    }
    chain = new Chain(fragmentEnd, START, null);
    while (chain != null) {
      int end = Math.min(chain.end, fragmentEnd);
      if (chain.state != ENDED && at < end) {
        derive(symbols.get(at++));
      } else {
        // What a chain has no bonds left for says nothing.
        at = Math.max(at, end);
        chain = waiting.poll();
      }
    }
    at = fragmentEnd + 1;
  }

  private Kind kind(int index) {
    return symbols.get(index).symbol().kind();
  }

  private void derive(Placed placed) {
    Symbol symbol = placed.symbol();
    switch (symbol.kind()) {
      case ATOM -> atom(symbol, placed.position());
      case BRANCH -> branch(symbol);
      case RING -> ring(symbol);
      default -> chain.state = chain.state == START ? START : ENDED;
    }
  }

  private void atom(Symbol symbol, int position) {
    int bonds = BondLimit.bonds(symbol.atom(), version);
    if (chain.state == START) {
      chain.last = molecule.addRoot(position, symbol.atom());
      leave(bonds);
      return;
    }
    int order = Math.min(symbol.order(), Math.min(chain.state, bonds));
    if (order > 0) {
      Bond bond = new Bond(chain.last, order);
      bond.fromMark = symbol.fromMark();
      chain.last = molecule.addNext(bond, position, symbol.atom());
    }
    leave(bonds - order);
  }

  private void leave(int bonds) {
    chain.state = bonds == 0 ? ENDED : bonds;
  }

  private void branch(Symbol symbol) {
    if (chain.state <= 1) {
      return;
    }
    int given = Math.min(chain.state - 1, symbol.order());
    int end = size(symbol.digits()) + 1 + at;
    if (version == SelfiesVersion.ONE) {
      // In the first version a branch cannot be longer than the one that it is in.
      end = Math.min(end, chain.end);
    }
    chain.state -= given;
    waiting.push(chain);
    chain = new Chain(end, given, chain.last);
  }

  private void ring(Symbol symbol) {
    if (chain.state == START) {
      return;
    }
    int number = size(symbol.digits());
    int order = symbol.order();
    if (version == SelfiesVersion.TWO) {
      order = Math.min(order, chain.state);
      leave(chain.state - order);
    }
    int left = Math.max(firstPartner(), chain.last.index - (number + 1));
    rings.add(new Ring(molecule.atoms().get(left), chain.last, order, symbol));
  }

  /** In the first version a ring stays within its fragment. */
  private int firstPartner() {
    List<Atom> roots = molecule.roots();
    return version == SelfiesVersion.ONE ? roots.get(roots.size() - 1).index : 0;
  }

  private int size(int digits) {
    int end = version == SelfiesVersion.ONE ? Math.min(chain.end, fragmentEnd) : fragmentEnd;
    int number = 0;
    for (int digit = 0; digit < digits; digit++) {
      number = IndexSymbols.join(number, at < end ? symbols.get(at++).symbol().digit() : 0);
    }
    return number;
  }

  private void join(Ring ring) {
    int free = Math.min(free(ring.left()), free(ring.right()));
    if (ring.left() == ring.right() || free <= 0) {
      return;
    }
    int order = Math.min(ring.order(), free);
    Bond bond = bondBetween(ring.left(), ring.right());
    if (bond == null) {
      bond = new Bond(ring.left(), order);
      bond.to = ring.right();
      bond.fromMark = ring.symbol().fromMark();
      bond.toMark = ring.symbol().toMark();
      bond.ring = 1;
      ring.left().bonds.add(bond);
      ring.right().bonds.add(bond);
    } else {
      int raised = Math.min(bond.order + order, MOST_BONDS);
      // The first version takes the bonds that were asked for, also where three are reached before.
      order = version == SelfiesVersion.ONE ? order : raised - bond.order;
      bond.order = raised;
    }
    MoleculeGraph.count(bond, order);
  }

  private int free(Atom atom) {
    return BondLimit.bonds(atom.label, version) - atom.bondOrders;
  }

  /** Here an atom lists its rings only: at most as many as it may have bonds. */
  private static Bond bondBetween(Atom left, Atom right) {
    if (right.into != null && right.into.from == left) {
      return right.into;
    }
    for (Bond bond : left.bonds) {
      if (bond.to == right) {
        return bond;
      }
    }
    return null;
  }
}
