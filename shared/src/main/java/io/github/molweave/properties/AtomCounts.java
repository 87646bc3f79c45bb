package io.github.molweave.properties;

import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.smarts.SmartsPattern;

/**
 * Properties that are counts of atoms and bonds.
 *
 * <p>Source: the patterns are RDKit's (Lipinski.cpp of release 2022.09.3; NOTICE).
 */
final class AtomCounts {
  private static final SmartsPattern DONOR =
      SmartsPattern.of("[N&!H0&v3,N&!H0&+1&v4,O&H1&+0,S&H1&+0,n&H1&+0]");

  private static final SmartsPattern ACCEPTOR =
      SmartsPattern.of(
          "[$([O,S;H1;v2]-[!$(*=[O,N,P,S])]),$([O,S;H0;v2]),$([O,S;-]),"
              + "$([N;v3;!$(N-*=!@[O,N,P,S])]),$([nH0,o,s;+0])]");

  private static final String NOT_A_STUMP =
      "!$(*#*)&!D1&!$(C(F)(F)F)&!$(C(Cl)(Cl)Cl)&!$(C(Br)(Br)Br)&!$(C([CH3])([CH3])[CH3])";

  /** Amide-like bonds do not turn either; the first atom of the pair is asked for both sides. */
  private static final SmartsPattern ROTATABLE =
      SmartsPattern.of(
          "["
              + NOT_A_STUMP
              + "&!$([CD3](=[N,O,S])-!@[#7,O,S!D1])&!$([#7,O,S!D1]-!@[CD3]=[N,O,S])"
              + "&!$([CD3](=[N+])-!@[#7!D1])&!$([#7!D1]-!@[CD3]=[N+])]-,:;!@["
              + NOT_A_STUMP
              + "]");

  private AtomCounts() {}

  static int donors(MolecularGraph graph) {
    return DONOR.countIn(graph);
  }

  static int acceptors(MolecularGraph graph) {
    return ACCEPTOR.countIn(graph);
  }

  static int rotatableBonds(MolecularGraph graph) {
    return ROTATABLE.countIn(graph);
  }

  static int aromaticRings(MolecularGraph graph) {
    int count = 0;
    for (int ring = 0; ring < graph.rings().count(); ring++) {
      boolean aromatic = true;
      for (int bond : graph.rings().bonds(ring)) {
        aromatic &= graph.isAromaticBond(bond);
      }
      count += aromatic ? 1 : 0;
    }
    return count;
  }

  /** Carbons with four neighbours among all carbons; 0 without carbon. */
  static double fractionSp3(MolecularGraph graph) {
    int carbons = 0;
    int sp3 = 0;
    for (int atom = 0; atom < graph.atoms(); atom++) {
      if (graph.atomicNumber(atom) == 6) {
        carbons++;
        sp3 += graph.totalDegree(atom) == 4 ? 1 : 0;
      }
    }
    return carbons == 0 ? 0 : (double) sp3 / carbons;
  }

  /** How many of Lipinski's four limits are passed; see {@link MolecularProperties}. */
  static int lipinskiViolations(MolecularGraph graph, double weight, double logP) {
    int polarAtoms = 0;
    int polarHydrogens = 0;
    for (int atom = 0; atom < graph.atoms(); atom++) {
      int element = graph.atomicNumber(atom);
      if (element == 7 || element == 8) {
        polarAtoms++;
        polarHydrogens += graph.hydrogens(atom);
      }
    }
    return (weight > 500 ? 1 : 0)
        + (logP > 5 ? 1 : 0)
        + (polarHydrogens > 5 ? 1 : 0)
        + (polarAtoms > 10 ? 1 : 0);
  }
}
