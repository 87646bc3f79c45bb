package io.github.molweave.properties;

import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.smarts.SmartsPattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The octanol-water partition coefficient as a sum over atoms: each atom, hydrogens too, has the
 * type of the first pattern that fits it, and each type its contribution. The sum is taken by type,
 * so that the order of the atoms does not change a bit of it.
 *
 * <p>Source: S. A. Wildman, G. M. Crippen, Prediction of Physicochemical Parameters by Atomic
 * Contributions, J. Chem. Inf. Comput. Sci. 39 (1999) 868, table 1, as patterns in the reading of
 * RDKit (Crippen.cpp of release 2022.09.3; NOTICE).
 */
final class CrippenLogP {
  private static final CrippenLogP TABLE = new CrippenLogP();

  private final List<Type> atoms = new ArrayList<>();
  private final List<Type> hydrogens = new ArrayList<>();

  private record Type(double contribution, SmartsPattern pattern) {}

  /** The logarithm (base 10) of the coefficient; 0 without atoms. */
  static double of(MolecularGraph graph) {
    return TABLE.sum(graph);
  }

  private double sum(MolecularGraph graph) {
    int[] ofAtomType = new int[atoms.size()];
    int[] ofHydrogenType = new int[hydrogens.size()];
    for (int atom = 0; atom < graph.atoms(); atom++) {
      if (graph.atomicNumber(atom) == 1) {
        boolean bare = graph.degree(atom) == 0;
        int carrier = bare ? atom : graph.linkedAtom(graph.firstLink(atom));
        int type = bare ? hydrogens.size() - 1 : firstFit(hydrogens, graph, carrier);
        count(ofHydrogenType, 1, type);
      } else {
        count(ofAtomType, 1, firstFit(atoms, graph, atom));
      }
      if (graph.countedHydrogens(atom) > 0) {
        count(ofHydrogenType, graph.countedHydrogens(atom), firstFit(hydrogens, graph, atom));
      }
    }
    return sum(ofHydrogenType, hydrogens) + sum(ofAtomType, atoms);
  }

  private static int firstFit(List<Type> types, MolecularGraph graph, int atom) {
    for (int type = 0; type < types.size(); type++) {
      if (types.get(type).pattern().matchesAt(graph, atom)) {
        return type;
      }
    }
    return -1;
  }

  /** Atoms without a type, as noble gases, count nothing. */
  private static void count(int[] counts, int more, int type) {
    if (type >= 0) {
      counts[type] += more;
    }
  }

  private static double sum(int[] counts, List<Type> types) {
    double sum = 0;
    for (int type = 0; type < counts.length; type++) {
      sum = counts[type] * types.get(type).contribution() + sum;
    }
    return sum;
  }

  private void atom(double contribution, String... smarts) {
    for (String pattern : smarts) {
      atoms.add(new Type(contribution, SmartsPattern.of(pattern)));
    }
  }

  /** The patterns are those of the atom that carries the hydrogen. */
  private void hydrogen(double contribution, String... smarts) {
    for (String pattern : smarts) {
      hydrogens.add(new Type(contribution, SmartsPattern.of(pattern)));
    }
  }

  private CrippenLogP() {
    atom(0.1441, "[CH4]", "[CH3]C", "[CH2](C)C");
    atom(0.0, "[CH](C)(C)C", "[C](C)(C)(C)C");
    atom(-0.2035, "[CH3][N,O,P,S,F,Cl,Br,I]", "[CH2X4]([N,O,P,S,F,Cl,Br,I])[A;!#1]");
    atom(
        -0.2051,
        "[CH1X4]([N,O,P,S,F,Cl,Br,I])([A;!#1])[A;!#1]",
        "[CH0X4]([N,O,P,S,F,Cl,Br,I])([A;!#1])([A;!#1])[A;!#1]");
    atom(-0.2783, "[C]=[!C;A;!#1]");
    atom(0.1551, "[CH2]=C", "[CH1](=C)[A;!#1]", "[CH0](=C)([A;!#1])[A;!#1]", "[C](=C)=C");
    atom(0.0017, "[CX2]#[A;!#1]");
    atom(0.08452, "[CH3]c");
    atom(-0.1444, "[CH3]a");
    atom(-0.0516, "[CH2X4]a");
    atom(0.1193, "[CHX4]a");
    atom(-0.0967, "[CH0X4]a");
    atom(-0.5443, "[cH0]-[A;!C;!N;!O;!S;!F;!Cl;!Br;!I;!#1]");
    atom(0.0, "[c][#9]");
    atom(0.245, "[c][#17]");
    atom(0.198, "[c][#35]");
    atom(0.0, "[c][#53]");
    atom(0.1581, "[cH]");
    atom(0.2955, "[c](:a)(:a):a");
    atom(0.2713, "[c](:a)(:a)-a");
    atom(0.136, "[c](:a)(:a)-C");
    atom(0.4619, "[c](:a)(:a)-N");
    atom(0.5437, "[c](:a)(:a)-O");
    atom(0.1893, "[c](:a)(:a)-S");
    atom(-0.8186, "[c](:a)(:a)=[C,N,O]");
    atom(0.264, "[C](=C)(a)[A;!#1]", "[C](=C)(c)a", "[CH1](=C)a", "[C]=c");
    atom(0.2148, "[CX4][A;!C;!N;!O;!P;!S;!F;!Cl;!Br;!I;!#1]");
    atom(0.08129, "[#6]");
    atom(-1.019, "[NH2+0][A;!#1]");
    atom(-0.7096, "[NH+0]([A;!#1])[A;!#1]");
    atom(-1.027, "[NH2+0]a");
    atom(-0.5188, "[NH1+0]([!#1;A,a])a");
    atom(0.08387, "[NH+0]=[!#1;A,a]");
    atom(0.1836, "[N+0](=[!#1;A,a])[!#1;A,a]");
    atom(-0.3187, "[N+0]([A;!#1])([A;!#1])[A;!#1]");
    atom(-0.4458, "[N+0](a)([!#1;A,a])[A;!#1]", "[N+0](a)(a)a");
    atom(0.01508, "[N+0]#[A;!#1]");
    atom(-1.95, "[NH3,NH2,NH;+,+2,+3]");
    atom(-0.3239, "[n+0]");
    atom(-1.119, "[n;+,+2,+3]");
    atom(
        -0.3396,
        "[NH0;+,+2,+3]([A;!#1])([A;!#1])([A;!#1])[A;!#1]",
        "[NH0;+,+2,+3](=[A;!#1])([A;!#1])[!#1;A,a]",
        "[NH0;+,+2,+3](=[#6])=[#7]");
    atom(0.2887, "[N;+,+2,+3]#[A;!#1]", "[N;-,-2,-3]", "[N;+,+2,+3](=[N;-,-2,-3])=N");
    atom(-0.4806, "[#7]");
    atom(0.1552, "[o]");
    atom(-0.2893, "[OH,OH2]");
    atom(-0.0684, "[O]([A;!#1])[A;!#1]");
    atom(-0.4195, "[O](a)[!#1;A,a]");
    atom(0.0335, "[O]=[#7,#8]", "[OX1;-,-2,-3][#7]");
    atom(-0.3339, "[OX1;-,-2,-2][#16]", "[O;-0]=[#16;-0]");
    atom(-1.326, "[O-]C(=O)");
    atom(-1.189, "[OX1;-,-2,-3][!#1;!N;!S]");
    atom(0.1788, "[O]=c");
    atom(-0.1526, "[O]=[CH]C", "[O]=C(C)([A;!#1])", "[O]=[CH][N,O]", "[O]=[CH2]", "[O]=[CX2]=O");
    atom(0.1129, "[O]=[CH]c", "[O]=C([C,c])[a;!#1]", "[O]=C(c)[A;!#1]");
    atom(0.4833, "[O]=C([!#1;!#6])[!#1;!#6]");
    atom(-0.1188, "[#8]");
    atom(0.4202, "[#9-0]");
    atom(0.6895, "[#17-0]");
    atom(0.8456, "[#35-0]");
    atom(0.8857, "[#53-0]");
    atom(-2.996, "[#9,#17,#35,#53;-]", "[#53;+,+2,+3]", "[+;#3,#11,#19,#37,#55]");
    atom(0.8612, "[#15]");
    atom(-0.0024, "[S;-,-2,-3,-4,+1,+2,+3,+5,+6]", "[S-0]=[N,O,P,S]");
    atom(0.6482, "[S;A]");
    atom(0.6237, "[s;a]");
    atom(
        -0.3808,
        "[#3,#11,#19,#37,#55]",
        "[#4,#12,#20,#38,#56]",
        "[#5,#13,#31,#49,#81]",
        "[#14,#32,#50,#82]",
        "[#33,#51,#83]",
        "[#34,#52,#84]");
    atom(
        -0.0025,
        "[#21,#22,#23,#24,#25,#26,#27,#28,#29,#30]",
        "[#39,#40,#41,#42,#43,#44,#45,#46,#47,#48]",
        "[#72,#73,#74,#75,#76,#77,#78,#79,#80]");
    hydrogen(0.123, "[#6,#1]");
    hydrogen(-0.2677, "O[CX4,c]", "O[!#6;!#7;!#8;!#16]", "[!#6;!#7;!#8]", "[OH2,OH3]");
    hydrogen(0.2142, "[#7]", "O[#7]");
    hydrogen(0.298, "OC=[#6,#7,O,S]", "O[O,S]");
    hydrogen(0.1125, "*");
  }
}
