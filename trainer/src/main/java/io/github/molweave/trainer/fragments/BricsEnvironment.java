package io.github.molweave.trainer.fragments;

/**
 * The surroundings that an atom must have for a bond of it to be cut; the number is the label of
 * the dummy atom that then stands at the other end.
 *
 * <p>Source: J. Degen et al., On the Art of Compiling and Using 'Drug-Like' Chemical Fragment
 * Spaces, ChemMedChem 3 (2008) 1503; the patterns are RDKit's (BRICS.py of release 2022.09.3;
 * NOTICE), which leaves out environment 2.
 */
enum BricsEnvironment {
  L1(1, "[C;D3]([#0,#6,#7,#8])(=O)"),
  L3(3, "[O;D2]-;!@[#0,#6,#1]"),
  L4(4, "[C;!D1;!$(C=*)]-;!@[#6]"),
  L5(5, "[N;!D1;!$(N=*);!$(N-[!#6;!#16;!#0;!#1]);!$([N;R]@[C;R]=O)]"),
  L6(6, "[C;D3;!R](=O)-;!@[#0,#6,#7,#8]"),
  L7(7, "[C;D2,D3]-[#6]"),
  L8(8, "[C;!R;!D1;!$(C!-*)]"),
  L9(9, "[n;+0;$(n(:[c,n,o,s]):[c,n,o,s])]"),
  L10(10, "[N;R;$(N(@C(=O))@[C,N,O,S])]"),
  L11(11, "[S;D2](-;!@[#0,#6])"),
  L12(12, "[S;D4]([#6,#0])(=O)(=O)"),
  L13(13, "[C;$(C(-;@[C,N,O,S])-;@[N,O,S])]"),
  L14(14, "[c;$(c(:[c,n,o,s]):[n,o,s])]"),
  L15(15, "[C;$(C(-;@C)-;@C)]"),
  L16(16, "[c;$(c(:c):c)]");

  private final int label;
  private final String smarts;

  BricsEnvironment(int label, String smarts) {
    this.label = label;
    this.smarts = smarts;
  }

  int label() {
    return label;
  }

  /** The pattern, whose first atom is the one asked about. */
  String smarts() {
    return smarts;
  }
}
