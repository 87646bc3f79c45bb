package io.github.molweave.trainer.fragments;

import static io.github.molweave.trainer.fragments.BricsEnvironment.L1;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L10;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L11;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L12;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L13;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L14;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L15;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L16;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L3;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L4;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L5;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L6;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L7;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L8;
import static io.github.molweave.trainer.fragments.BricsEnvironment.L9;

import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.smarts.SmartsPattern;
import io.github.molweave.trainer.fragments.Substructure.Cut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Cuts a molecule at all BRICS bonds at once, as RDKit's FragmentOnBRICSBonds does. */
final class Brics {
  /** From the last to the first: where two rules fit one bond, RDKit's later one wins. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(L16, L16),
          new Rule(L15, L16),
          new Rule(L14, L16),
          new Rule(L14, L15),
          new Rule(L14, L14),
          new Rule(L13, L16),
          new Rule(L13, L15),
          new Rule(L13, L14),
          new Rule(L11, L16),
          new Rule(L11, L15),
          new Rule(L11, L14),
          new Rule(L11, L13),
          new Rule(L10, L16),
          new Rule(L10, L15),
          new Rule(L10, L14),
          new Rule(L10, L13),
          new Rule(L9, L16),
          new Rule(L9, L15),
          new Rule(L9, L14),
          new Rule(L9, L13),
          new Rule(L8, L16),
          new Rule(L8, L15),
          new Rule(L8, L14),
          new Rule(L8, L13),
          new Rule(L8, L10),
          new Rule(L8, L9),
          new Rule(L7, L7),
          new Rule(L6, L16),
          new Rule(L6, L15),
          new Rule(L6, L14),
          new Rule(L6, L13),
          new Rule(L5, L15),
          new Rule(L5, L13),
          new Rule(L5, L16),
          new Rule(L5, L14),
          new Rule(L5, L12),
          new Rule(L4, L11),
          new Rule(L4, L5),
          new Rule(L3, L16),
          new Rule(L3, L15),
          new Rule(L3, L14),
          new Rule(L3, L13),
          new Rule(L3, L4),
          new Rule(L1, L10),
          new Rule(L1, L5),
          new Rule(L1, L3));

  private static final int UNKNOWN = -1;

  private static final Map<BricsEnvironment, SmartsPattern> PATTERNS =
      new EnumMap<>(BricsEnvironment.class);

  static {
    for (BricsEnvironment environment : BricsEnvironment.values()) {
      PATTERNS.put(environment, SmartsPattern.of(environment.smarts()));
    }
  }

  private final MolecularGraph graph;
  private final int[] environments;

  /** Two surroundings between which bonds are cut: single ones, of {@code L7} double ones. */
  private record Rule(BricsEnvironment one, BricsEnvironment other) {
    int order() {
      return one == L7 ? 2 : 1;
    }
  }

  private Brics(MolecularGraph graph) {
    this.graph = graph;
    this.environments = new int[graph.atoms()];
    Arrays.fill(environments, UNKNOWN);
  }

  /** The fragments, by their first atoms; a molecule that is not cut is its only fragment. */
  static List<Substructure> of(MolecularGraph graph) {
    return new Brics(graph).fragments();
  }

  private List<Substructure> fragments() {
    boolean[] isCut = new boolean[graph.bonds()];
    List<Cut> cuts = new ArrayList<>();
    for (int bond = 0; bond < isCut.length; bond++) {
      Rule rule = ruleFor(bond);
      if (rule != null) {
        isCut[bond] = true;
        cut(bond, rule, cuts);
      }
    }
    List<Substructure> fragments = new ArrayList<>();
    boolean[] seen = new boolean[graph.atoms()];
    for (int atom = 0; atom < seen.length; atom++) {
      if (!seen[atom]) {
        boolean[] part = new boolean[seen.length];
        collect(atom, isCut, seen, part);
        fragments.add(
            new Substructure(graph, part, cuts.stream().filter(cut -> part[cut.atom()]).toList()));
      }
    }
    return fragments;
  }

  private void collect(int first, boolean[] isCut, boolean[] seen, boolean[] part) {
    int[] waiting = new int[graph.atoms()];
    int count = 0;
    waiting[count++] = first;
    seen[first] = true;
    while (count > 0) {
      int atom = waiting[--count];
      part[atom] = true;
      for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
        int next = graph.linkedAtom(link);
        if (!isCut[graph.linkedBond(link)] && !seen[next]) {
          seen[next] = true;
          waiting[count++] = next;
        }
      }
    }
  }

  private Rule ruleFor(int bond) {
    int order = graph.order(bond);
    if (order < 1 || order > 2 || graph.rings().ofBond(bond) > 0) {
      return null;
    }
    int begin = environmentsOf(graph.begin(bond));
    int end = begin == 0 ? 0 : environmentsOf(graph.end(bond));
    if (end != 0) {
      for (Rule rule : RULES) {
        if (rule.order() == order && (fits(rule, begin, end) || fits(rule, end, begin))) {
          return rule;
        }
      }
    }
    return null;
  }

  private static boolean fits(Rule rule, int one, int other) {
    return (one & bit(rule.one())) != 0 && (other & bit(rule.other())) != 0;
  }

  private static int bit(BricsEnvironment environment) {
    return 1 << environment.label();
  }

  private int environmentsOf(int atom) {
    if (environments[atom] == UNKNOWN) {
      int found = 0;
      for (Map.Entry<BricsEnvironment, SmartsPattern> entry : PATTERNS.entrySet()) {
        found |= entry.getValue().matchesAt(graph, atom) ? bit(entry.getKey()) : 0;
      }
      environments[atom] = found;
    }
    return environments[atom];
  }

  /** The first atom that fits the first environment gets it, as in RDKit's search. */
  private void cut(int bond, Rule rule, List<Cut> cuts) {
    int first = Math.min(graph.begin(bond), graph.end(bond));
    int second = graph.begin(bond) + graph.end(bond) - first;
    boolean inOrder = fits(rule, environmentsOf(first), environmentsOf(second));
    BricsEnvironment ofFirst = inOrder ? rule.one() : rule.other();
    BricsEnvironment ofSecond = inOrder ? rule.other() : rule.one();
    cuts.add(new Cut(first, second, graph.order(bond), ofFirst.label()));
    cuts.add(new Cut(second, first, graph.order(bond), ofSecond.label()));
  }
}
