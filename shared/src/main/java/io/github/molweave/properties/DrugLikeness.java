package io.github.molweave.properties;

import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.numeric.PortableMath;
import io.github.molweave.smarts.SmartsPattern;

/**
 * QED, the quantitative estimate of drug-likeness: the weighted geometric mean of eight
 * desirabilities, each a curve fitted to one property of known oral drugs.
 *
 * <p>Source: G. R. Bickerton and others, Quantifying the chemical beauty of drugs, Nature Chemistry
 * 4 (2012) 90, supplement, with mean weights; acceptors and aromatic rings are counted as RDKit's
 * QED.default does (release 2022.09.3; NOTICE), which is not how {@link AtomCounts} does it.
 */
final class DrugLikeness {
  private static final SmartsPattern[] ACCEPTORS = {
    SmartsPattern.of("[oH0;X2]"),
    SmartsPattern.of("[OH1;X2;v2]"),
    SmartsPattern.of("[OH0;X2;v2]"),
    SmartsPattern.of("[OH0;X1;v2]"),
    SmartsPattern.of("[O-;X1]"),
    SmartsPattern.of("[SH0;X2;v2]"),
    SmartsPattern.of("[SH0;X1;v2]"),
    SmartsPattern.of("[S-;X1]"),
    SmartsPattern.of("[nH0;X2]"),
    SmartsPattern.of("[NH0;X1;v3]"),
    SmartsPattern.of("[$([N;+0;X3;v3]);!$(N[C,S]=O)]"),
  };

  private static final Desirability WEIGHT =
      new Desirability(
          2.817065973,
          392.5754953,
          290.7489764,
          2.419764353,
          49.22325677,
          65.37051707,
          104.9805561);

  private static final Desirability LOG_P =
      new Desirability(
          3.172690585,
          137.8624751,
          2.534937431,
          4.581497897,
          0.822739154,
          0.576295591,
          131.3186604);

  private static final Desirability ACCEPTOR_COUNT =
      new Desirability(
          2.948620388,
          160.4605972,
          3.615294657,
          4.435986202,
          0.290141953,
          1.300669958,
          148.7763046);

  private static final Desirability DONOR_COUNT =
      new Desirability(
          1.618662227,
          1010.051101,
          0.985094388,
          0.000000001,
          0.713820843,
          0.920922555,
          258.1632616);

  private static final Desirability POLAR_SURFACE =
      new Desirability(
          1.876861559,
          125.2232657,
          62.90773554,
          87.83366614,
          12.01999824,
          28.51324732,
          104.5686167);

  private static final Desirability ROTATABLE_BONDS =
      new Desirability(
          0.01, 272.4121427, 2.558379970, 1.565547684, 1.271567166, 2.758063707, 105.4420403);

  private static final Desirability AROMATIC_RINGS =
      new Desirability(
          3.217788970,
          957.7374108,
          2.274627939,
          0.000000001,
          1.317690384,
          0.375760881,
          312.3372610);

  private static final Desirability ALERTS =
      new Desirability(
          0.01, 1199.094025, -0.09002883, 0.000000001, 0.185904477, 0.875193782, 417.7253140);

  private DrugLikeness() {}

  /** A double sigmoid, divided by its highest value. */
  private record Desirability(
      double a, double b, double c, double d, double e, double f, double highest) {
    double logOf(double value) {
      // Compound terms before + and *: compiled, brackets behind them are lost.
      double rise = PortableMath.exp(-(value - c + d / 2) / e) + 1;
      double fall = PortableMath.exp(-(value - c - d / 2) / f) + 1;
      double share = (1 - 1 / fall) * b / rise;
      return PortableMath.log((share + a) / highest);
    }
  }

  /** From 0 (nothing like an oral drug) to 1; the other arguments are those of the molecule. */
  static double of(
      MolecularGraph graph, double weight, double logP, double surface, int donors, int bonds) {
    double sum = WEIGHT.logOf(weight) * 0.66;
    sum = LOG_P.logOf(logP) * 0.46 + sum;
    sum = ACCEPTOR_COUNT.logOf(acceptors(graph)) * 0.05 + sum;
    sum = DONOR_COUNT.logOf(donors) * 0.61 + sum;
    sum = POLAR_SURFACE.logOf(surface) * 0.06 + sum;
    sum = ROTATABLE_BONDS.logOf(bonds) * 0.65 + sum;
    sum = AROMATIC_RINGS.logOf(aromaticRings(graph)) * 0.48 + sum;
    sum = ALERTS.logOf(StructuralAlerts.kindsIn(graph)) * 0.95 + sum;
    return PortableMath.exp(sum / (0.66 + 0.46 + 0.05 + 0.61 + 0.06 + 0.65 + 0.48 + 0.95));
  }

  /** The sum over the patterns. */
  static int acceptors(MolecularGraph graph) {
    int sum = 0;
    for (SmartsPattern pattern : ACCEPTORS) {
      sum += pattern.countIn(graph);
    }
    return sum;
  }

  /** The rings left when ring atoms next to an atom that is not aromatic are taken away. */
  static int aromaticRings(MolecularGraph graph) {
    boolean[] left = new boolean[graph.atoms()];
    for (int atom = 0; atom < left.length; atom++) {
      left[atom] = !isAliphaticRingAtom(graph, atom);
    }
    int listed = 0;
    for (int ring = 0; ring < graph.rings().count(); ring++) {
      boolean whole = true;
      for (int atom : graph.rings().atoms(ring)) {
        whole &= left[atom];
      }
      listed += whole ? 1 : 0;
    }
    return Math.max(listed, independentRings(graph, left));
  }

  private static boolean isAliphaticRingAtom(MolecularGraph graph, int atom) {
    if (graph.isAromatic(atom) || graph.rings().ofAtom(atom) == 0) {
      return false;
    }
    for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
      int bond = graph.linkedBond(link);
      boolean singleOrAromatic = graph.isAromaticBond(bond) || graph.order(bond) == 1;
      if (singleOrAromatic && !graph.isAromatic(graph.linkedAtom(link))) {
        return true;
      }
    }
    return false;
  }

  /** Bonds less atoms plus parts, of what is {@code left}. */
  private static int independentRings(MolecularGraph graph, boolean[] left) {
    int bonds = 0;
    for (int bond = 0; bond < graph.bonds(); bond++) {
      bonds += left[graph.begin(bond)] && left[graph.end(bond)] ? 1 : 0;
    }
    int[] stack = new int[graph.atoms()];
    boolean[] open = left.clone();
    int rings = bonds;
    for (int start = 0; start < open.length; start++) {
      if (!open[start]) {
        continue;
      }
      rings++;
      open[start] = false;
      stack[0] = start;
      int depth = 1;
      while (depth > 0) {
        int atom = stack[--depth];
        rings--;
        for (int link = graph.firstLink(atom); link < graph.firstLink(atom + 1); link++) {
          int next = graph.linkedAtom(link);
          if (open[next]) {
            open[next] = false;
            stack[depth++] = next;
          }
        }
      }
    }
    return rings;
  }
}
