package io.github.molweave.smiles;

import io.github.molweave.smiles.SmilesToken.Kind;

/**
 * A molecule as far as it is written. Tokens are appended one at a time and can be taken back; what
 * is wrong with a token is said when it comes, and {@link #finish} says whether the text may end
 * here. Made once and used for many molecules: nothing is allocated for a token.
 *
 * <p>Atoms are numbered from 0 in the order in which they are written; tokens too. Not safe for
 * several threads.
 */
public final class GrowingMolecule {
  /** Most atoms of one molecule. */
  public static final int MAX_ATOMS = 200_000;

  private static final int NONE = AtomGraph.NONE;

  final AtomGraph graph = new AtomGraph();
  private final Fault fault = new Fault();
  private final BranchStack branches = new BranchStack();
  private final RingTable rings = new RingTable();
  private final FinishedCheck finished = new FinishedCheck(graph);
  private final UnfinishedCheck unfinished = new UnfinishedCheck(graph);

  /** Null when nothing is ever taken back, as by the validator. */
  private final Journal journal;

  private Expected expected = Expected.FIRST_ATOM;
  private int current = NONE;
  private BondKind pending = BondKind.PLAIN;
  private int lastPlace;
  private Scrutiny scrutiny = Scrutiny.CHEMISTRY;

  /** Makes one without tokens. */
  public GrowingMolecule() {
    this(new Journal());
  }

  GrowingMolecule(Journal journal) {
    this.journal = journal;
  }

  /** Forgets everything: a new molecule begins. */
  public void clear() {
    clear(Scrutiny.CHEMISTRY);
  }

  /** Forgets everything: a new molecule begins, judged as far as is said. */
  void clear(Scrutiny newScrutiny) {
    scrutiny = newScrutiny;
    graph.clear();
    rings.clear();
    if (journal != null) {
      journal.clear();
    }
    expected = Expected.FIRST_ATOM;
    current = NONE;
    pending = BondKind.PLAIN;
    branches.clear();
    lastPlace = NONE;
  }

  /**
   * Appends a token.
   *
   * @return null when it fits; otherwise what is wrong, and nothing has changed. A token that fits
   *     may still lead to a molecule that {@link #finish} refuses; a token that does not fit never
   *     leads to one that it accepts
   */
  public SmilesProblem append(SmilesToken token) {
    int place = journal.size();
    return switch (token.kind()) {
      case ATOM ->
          appendAtom(token.element(), token.flags(), token.hydrogens(), token.charge(), place);
      case BOND -> appendBond(token.bond(), place);
      case RING -> appendRing(token.ringNumber(), place);
      case BRANCH_OPEN -> openBranch(place);
      case BRANCH_CLOSE -> closeBranch(place);
      case DOT -> appendDot(place);
    };
  }

  SmilesProblem appendAtom(int element, int flags, int hydrogens, int charge, int at) {
    if (graph.atoms >= MAX_ATOMS) {
      return fault.at(SmilesProblem.TOO_LARGE, at, NONE);
    }
    boolean joined = expected != Expected.FIRST_ATOM && expected != Expected.ATOM;
    int atom = graph.addAtom(element, flags, hydrogens, charge, at);
    if (joined) {
      graph.addChainBond(current, atom, pending);
      int crowded = crowdedOf(current, atom);
      if (crowded != NONE) {
        SmilesProblem problem = fault.atAtom(SmilesProblem.VALENCE, graph, crowded, at);
        graph.removeLastBond();
        graph.removeLastAtom();
        return problem;
      }
    } else if (crowdedOf(atom, atom) != NONE) {
      SmilesProblem problem = fault.atAtom(SmilesProblem.VALENCE, graph, atom, at);
      graph.removeLastAtom();
      return problem;
    }
    record(Kind.ATOM, joined ? 1 : 0, 0, 0);
    expected = Expected.ANYTHING;
    current = atom;
    pending = BondKind.PLAIN;
    lastPlace = at;
    return null;
  }

  private int crowdedOf(int first, int second) {
    if (scrutiny == Scrutiny.SPELLING) {
      return NONE;
    }
    if (ValenceBound.isExceeded(graph, first)) {
      return first;
    }
    return ValenceBound.isExceeded(graph, second) ? second : NONE;
  }

  SmilesProblem appendBond(BondKind bond, int at) {
    if (expected != Expected.ANYTHING && expected != Expected.BRANCH_ATOM_OR_BOND) {
      return fault.at(SmilesProblem.BOND_PLACE, at, NONE);
    }
    record(Kind.BOND, 0, 0, 0);
    expected = expected == Expected.ANYTHING ? Expected.ATOM_OR_RING : Expected.BRANCH_ATOM;
    pending = bond;
    lastPlace = at;
    return null;
  }

  SmilesProblem appendRing(int number, int at) {
    if (expected != Expected.ANYTHING && expected != Expected.ATOM_OR_RING) {
      return fault.at(SmilesProblem.RING_PLACE, at, NONE);
    }
    int partner = rings.atom(number);
    if (partner == NONE) {
      record(Kind.RING, number, NONE, 0);
      rings.open(number, current, pending, at);
    } else {
      int opened = rings.place(number);
      if (partner == current) {
        return fault.at(SmilesProblem.RING_SELF, at, opened);
      }
      if (graph.areJoined(partner, current)) {
        return fault.at(SmilesProblem.RING_TWICE, at, opened);
      }
      BondKind before = rings.bond(number);
      if (before.isUnspecified()) {
        graph.addBond(current, partner, ringBond(pending, before));
      } else {
        graph.addBond(partner, current, ringBond(before, pending));
      }
      int crowded = crowdedOf(partner, current);
      if (crowded != NONE) {
        SmilesProblem problem = fault.atAtom(SmilesProblem.VALENCE, graph, crowded, at);
        graph.removeLastBond();
        return problem;
      }
      int index = rings.close(number);
      if (journal != null) {
        journal.ring(before, opened);
        record(Kind.RING, number, partner, index);
      }
    }
    expected = Expected.ANYTHING;
    pending = BondKind.PLAIN;
    lastPlace = at;
    return null;
  }

  /** The bond of a ring of which {@code written} is the end that counts. */
  private static BondKind ringBond(BondKind written, BondKind other) {
    if (written == BondKind.ANY) {
      // RDKit forgets the query of a ring bond and decides by the atoms.
      return BondKind.PLAIN;
    }
    return written == BondKind.PLAIN && other.isUnspecified() ? other : written;
  }

  SmilesProblem openBranch(int at) {
    if (expected != Expected.ANYTHING) {
      return fault.at(SmilesProblem.BRANCH_PLACE, at, NONE);
    }
    record(Kind.BRANCH_OPEN, 0, 0, 0);
    branches.push(current, at);
    expected = Expected.BRANCH_ATOM_OR_BOND;
    lastPlace = at;
    return null;
  }

  SmilesProblem closeBranch(int at) {
    if (expected != Expected.ANYTHING) {
      return misplaced(at);
    }
    if (branches.count() == 0) {
      return fault.at(SmilesProblem.BRANCH_CLOSE, at, NONE);
    }
    record(Kind.BRANCH_CLOSE, branches.lastPlace(), 0, 0);
    current = branches.pop();
    lastPlace = at;
    return null;
  }

  SmilesProblem appendDot(int at) {
    if (expected != Expected.ANYTHING) {
      return expected == Expected.ATOM_OR_RING || expected == Expected.BRANCH_ATOM
          ? misplaced(at)
          : fault.at(SmilesProblem.DOT_PLACE, at, NONE);
    }
    record(Kind.DOT, 0, 0, 0);
    expected = Expected.ATOM;
    lastPlace = at;
    return null;
  }

  /** What is wrong with an end, a dot or a closing bracket that comes now. */
  private SmilesProblem misplaced(int at) {
    return switch (expected) {
      case ATOM_OR_RING, BRANCH_ATOM -> fault.at(SmilesProblem.BOND_PLACE, lastPlace, NONE);
      case BRANCH_ATOM_OR_BOND -> fault.at(SmilesProblem.BRANCH_PLACE, lastPlace, NONE);
      case ATOM -> fault.at(SmilesProblem.DOT_PLACE, lastPlace, NONE);
      default -> fault.at(SmilesProblem.BRANCH_CLOSE, at, NONE);
    };
  }

  private void record(Kind kind, int a, int b, int c) {
    if (journal != null) {
      journal.add(kind, expected, current, pending, lastPlace, a, b, c);
    }
  }

  /** Number of tokens appended; {@link #backTo} returns to it. */
  public int mark() {
    return journal.size();
  }

  /**
   * Takes back all tokens but the first {@code mark}.
   *
   * @throws IllegalArgumentException when there are fewer
   */
  public void backTo(int mark) {
    if (mark < 0 || mark > journal.size()) {
      throw new IllegalArgumentException("no token " + mark + " of " + journal.size());
    }
    while (journal.size() > mark) {
      undo();
    }
  }

  private void undo() {
    Kind kind = journal.removeLast();
    int a = journal.a();
    switch (kind) {
      case ATOM -> {
        if (a == 1) {
          graph.removeLastBond();
        }
        graph.removeLastAtom();
      }
      case RING -> {
        if (journal.b() == NONE) {
          rings.unopen(a);
        } else {
          graph.removeLastBond();
          rings.unclose(a, journal.b(), journal.ringBond(), journal.ringPlace(), journal.c());
        }
      }
      case BRANCH_OPEN -> branches.pop();
      case BRANCH_CLOSE -> branches.push(current, a);
      default -> {}
    }
    expected = journal.expected();
    current = journal.current();
    pending = journal.pending();
    lastPlace = journal.place();
  }

  /**
   * Whether the text may end here: everything closed, valences kept, and the aromatic atoms given
   * alternating double bonds. Changes nothing.
   *
   * @return null when it is a molecule, otherwise the first problem found
   */
  public SmilesProblem finish() {
    if (expected == Expected.FIRST_ATOM) {
      return fault.at(SmilesProblem.EMPTY, 0, NONE);
    }
    if (expected != Expected.ANYTHING) {
      return misplaced(lastPlace);
    }
    if (branches.count() > 0) {
      return fault.at(SmilesProblem.BRANCH_OPEN, branches.lastPlace(), NONE);
    }
    if (rings.count() > 0) {
      return fault.at(SmilesProblem.RING_OPEN, rings.firstPlace(), NONE);
    }
    SmilesProblem problem = scrutiny == Scrutiny.SPELLING ? null : finished.problem();
    if (problem != null) {
      fault.atAtom(problem, graph, finished.faultAtom(), NONE);
    }
    return problem;
  }

  /**
   * Whether the aromatic atoms so far leave hope that some text beginning with these tokens is a
   * molecule. False is certain; true promises nothing. Changes nothing.
   */
  public boolean mayStillFinish() {
    if (graph.aromaticAtoms == 0) {
      return true;
    }
    unfinished.begin();
    if (currentAtom() != NONE) {
      unfinished.mayGain(current);
    }
    for (int i = 0; i < branches.count(); i++) {
      unfinished.mayGain(branches.atom(i));
    }
    for (int i = 0; i < rings.count(); i++) {
      unfinished.willGain(rings.atom(rings.number(i)));
    }
    return unfinished.mayFinish();
  }

  /** After a problem: where and what. */
  Fault fault() {
    return fault;
  }

  /** Number of atoms so far. */
  public int atomCount() {
    return graph.atoms;
  }

  /** The atom to which the next one would be bound, or -1 at the beginning and after a dot. */
  public int currentAtom() {
    return expected == Expected.FIRST_ATOM || expected == Expected.ATOM ? NONE : current;
  }

  /** The bond symbol that waits for its second atom, or null. */
  public BondKind pendingBond() {
    return expected == Expected.ATOM_OR_RING || expected == Expected.BRANCH_ATOM ? pending : null;
  }

  /** Whether a branch, a bond or a dot waits for its atom, so that the text cannot end here. */
  public boolean isWaitingForAtom() {
    return expected != Expected.ANYTHING;
  }

  /** Number of branches that are open. */
  public int branchDepth() {
    return branches.count();
  }

  /** The atom at which open branch {@code i} began, 0 the outermost. */
  public int branchAtom(int i) {
    checkIndex(i, branches.count());
    return branches.atom(i);
  }

  /** Number of rings that are open. */
  public int openRings() {
    return rings.count();
  }

  /**
   * The ring number of open ring {@code i}; the order is that of no matter, but always the same.
   */
  public int ringNumber(int i) {
    checkIndex(i, rings.count());
    return rings.number(i);
  }

  /** Whether {@code number} is open. */
  public boolean isRingOpen(int number) {
    return number >= 0 && rings.atom(number) != NONE;
  }

  /** The atom at which ring {@code number} is open, or -1. */
  public int ringAtom(int number) {
    return number >= 0 ? rings.atom(number) : NONE;
  }

  /** Whether the atom is in lower case. */
  public boolean isAromatic(int atom) {
    checkIndex(atom, graph.atoms);
    return graph.isAromatic(atom);
  }

  /** Number of aromatic bonds so far. */
  public int aromaticDegree(int atom) {
    checkIndex(atom, graph.atoms);
    return graph.aromaticDegree[atom];
  }

  /**
   * How much bond order the atom can still take, an aromatic bond counted as one: never more than
   * is there, save that an aromatic atom may need one of it for its double bond. Negative for atoms
   * of groups that are read as charges; {@link Integer#MAX_VALUE} for elements without a rule.
   */
  public int freeValence(int atom) {
    checkIndex(atom, graph.atoms);
    int highest = Elements.highestValence(graph.element[atom], graph.charge[atom]);
    if (highest == Elements.UNLIMITED) {
      return highest;
    }
    int whole = (graph.twiceOrders[atom] - graph.aromaticDegree[atom]) >> 1;
    return highest - whole - graph.hydrogens[atom];
  }

  /** The atom's end of its newest bond, or -1; {@link #nextLink} goes on to older ones. */
  public int firstLink(int atom) {
    checkIndex(atom, graph.atoms);
    return graph.firstLink[atom];
  }

  /** The same atom's end of the bond before, or -1. */
  public int nextLink(int link) {
    checkIndex(link, 2 * graph.bonds);
    return graph.nextLink[link];
  }

  /** The atom at the other end of the bond. */
  public int linkedAtom(int link) {
    checkIndex(link, 2 * graph.bonds);
    return graph.neighbour(link);
  }

  /** Whether the bond counts as aromatic if it comes to lie on a ring. */
  public boolean isAromaticLink(int link) {
    checkIndex(link, 2 * graph.bonds);
    return graph.kind[link >> 1] == BondKind.AROMATIC;
  }

  private static void checkIndex(int index, int count) {
    if (index < 0 || index >= count) {
      throw new IndexOutOfBoundsException(index + " of " + count);
    }
  }
}
