package io.github.molweave.chemistry;

import com.actelion.research.chem.Molecule;
import com.actelion.research.chem.StereoMolecule;

/** The atoms and bonds of a molecule, written in the two forms of a molfile. */
final class MolfileTable {
  /** Average length of a bond on paper, by custom. */
  private static final double BOND_LENGTH = 1.5;

  /** Fewest atoms of a ring in which a double bond may be either. */
  private static final int OPEN_RING = 8;

  private static final int EITHER = 2;

  private final StereoMolecule structure;

  /** For each bond whether the SMILES names the geometry of it. */
  private final boolean[] named;

  private final double scale;

  private MolfileTable(StereoMolecule structure, boolean[] named) {
    this.structure = structure;
    this.named = named;
    this.scale = BOND_LENGTH / structure.getAverageBondLength();
  }

  static MolfileTable of(io.github.molweave.chemistry.Molecule molecule) {
    StereoMolecule structure = molecule.structure();
    for (int bond = 0; bond < structure.getAllBonds(); bond++) {
      if (structure.getBondOrder(bond) > 3) {
        throw new IllegalArgumentException(
            "molfiles have no quadruple bonds, as this molecule does");
      }
    }
    structure.ensureHelperArrays(StereoMolecule.cHelperParities);
    boolean[] named = new boolean[structure.getAllBonds()];
    for (int bond = 0; bond < structure.getBonds(); bond++) {
      named[bond] = isKnown(structure.getBondParity(bond));
    }
    StructureLayout.arrange(structure);
    // From here on the geometries are those that the drawing shows.
    structure.invalidateHelperArrays(StereoMolecule.cHelperBitsStereo);
    structure.ensureHelperArrays(StereoMolecule.cHelperParities);
    return new MolfileTable(structure, named);
  }

  /** Counts, atoms, bonds and properties in fixed columns. */
  String v2000() {
    StringBuilder out = new StringBuilder();
    column(out, structure.getAllAtoms(), 3);
    column(out, structure.getAllBonds(), 3);
    out.append("  0  0  ").append(chiralFlag()).append("  0  0  0  0  0999 V2000\n");
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      column(out, x(atom), 10);
      column(out, y(atom), 10);
      out.append("    0.0000 ").append((element(atom) + "  ").substring(0, 3));
      out.append(" 0  0  0  0  0");
      int valence = structure.getAtomAbnormalValence(atom);
      column(out, valence == -1 ? 0 : valence == 0 ? 15 : valence, 3);
      out.append("  0  0  0");
      column(out, structure.getAtomMapNo(atom), 3);
      out.append("  0  0\n");
    }
    for (int bond = 0; bond < structure.getAllBonds(); bond++) {
      column(out, structure.getBondAtom(0, bond) + 1, 3);
      column(out, structure.getBondAtom(1, bond) + 1, 3);
      column(out, structure.getBondOrder(bond), 3);
      int mark = mark(bond);
      boolean single = structure.getBondOrder(bond) == 1;
      column(out, mark == 3 ? 6 : mark == EITHER ? (single ? 4 : 3) : mark, 3);
      out.append("  0  0  0\n");
    }
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      property(out, "CHG", atom, structure.getAtomCharge(atom));
      property(out, "ISO", atom, structure.getAtomMass(atom));
      property(out, "RAD", atom, radical(atom));
    }
    return out.toString();
  }

  private static void property(StringBuilder out, String name, int atom, int value) {
    if (value != 0) {
      out.append("M  ").append(name).append("  1");
      column(out, atom + 1, 4);
      column(out, value, 4);
      out.append('\n');
    }
  }

  /** The same in free format, with the empty counts line that announces it. */
  String v3000() {
    StringBuilder out = new StringBuilder("  0  0  0     0  0            999 V3000\n");
    int bonds = structure.getAllBonds();
    out.append("M  V30 BEGIN CTAB\nM  V30 COUNTS ").append(structure.getAllAtoms());
    out.append(' ').append(bonds).append(" 0 0 ").append(chiralFlag()).append('\n');
    out.append("M  V30 BEGIN ATOM\n");
    for (int atom = 0; atom < structure.getAllAtoms(); atom++) {
      out.append("M  V30 ").append(atom + 1).append(' ').append(element(atom));
      out.append(' ').append(x(atom)).append(' ').append(y(atom)).append(" 0 ");
      out.append(structure.getAtomMapNo(atom));
      setting(out, " CHG=", structure.getAtomCharge(atom));
      setting(out, " RAD=", radical(atom));
      setting(out, " MASS=", structure.getAtomMass(atom));
      int valence = structure.getAtomAbnormalValence(atom);
      setting(out, " VAL=", valence == -1 ? 0 : valence == 0 ? -1 : valence);
      out.append('\n');
    }
    out.append("M  V30 END ATOM\n");
    if (bonds > 0) {
      out.append("M  V30 BEGIN BOND\n");
    }
    for (int bond = 0; bond < bonds; bond++) {
      out.append("M  V30 ").append(bond + 1).append(' ').append(structure.getBondOrder(bond));
      out.append(' ').append(structure.getBondAtom(0, bond) + 1);
      out.append(' ').append(structure.getBondAtom(1, bond) + 1);
      setting(out, " CFG=", mark(bond));
      out.append('\n');
    }
    if (bonds > 0) {
      out.append("M  V30 END BOND\n");
    }
    return out.append("M  V30 END CTAB\n").toString();
  }

  private static void setting(StringBuilder out, String name, int value) {
    if (value != 0) {
      out.append(name).append(value);
    }
  }

  private String element(int atom) {
    return structure.getAtomicNo(atom) == 1 ? "H" : structure.getAtomLabel(atom);
  }

  private String x(int atom) {
    return fourDecimals(structure.getAtomX(atom) * scale);
  }

  /** OpenChemLib's pages begin at the top, molfiles' at the bottom. */
  private String y(int atom) {
    return fourDecimals(-structure.getAtomY(atom) * scale);
  }

  /** 1: the wedges mean this mirror image and no mixture. */
  private int chiralFlag() {
    for (int atom = 0; atom < structure.getAtoms(); atom++) {
      int parity = structure.getAtomParity(atom);
      if (parity == Molecule.cAtomParity1 || parity == Molecule.cAtomParity2) {
        return 1;
      }
    }
    return 0;
  }

  private int radical(int atom) {
    return switch (structure.getAtomRadical(atom)) {
      case Molecule.cAtomRadicalStateS -> 1;
      case Molecule.cAtomRadicalStateD -> 2;
      case Molecule.cAtomRadicalStateT -> 3;
      default -> 0;
    };
  }

  /** 1: a wedge upwards from its first atom; 3: downwards; 2: geometry left open; else 0. */
  private int mark(int bond) {
    return switch (structure.getBondType(bond)) {
      case Molecule.cBondTypeUp -> 1;
      case Molecule.cBondTypeDown -> 3;
      case Molecule.cBondTypeCross -> EITHER;
      case Molecule.cBondTypeDouble -> isOpen(bond) ? EITHER : 0;
      default -> 0;
    };
  }

  /** Whether the drawing shows a geometry of a double bond that the SMILES does not name. */
  private boolean isOpen(int bond) {
    int ring = structure.getBondRingSize(bond);
    boolean hasGeometry = structure.getBondParity(bond) != Molecule.cBondParityNone;
    return hasGeometry && !named[bond] && (ring == 0 || ring >= OPEN_RING);
  }

  private static boolean isKnown(int parity) {
    return parity == Molecule.cBondParityEor1 || parity == Molecule.cBondParityZor2;
  }

  private static String fourDecimals(double value) {
    int parts = (int) Math.floor(value * 10000 + 0.5);
    int size = Math.abs(parts);
    String decimals = String.valueOf(10000 + size % 10000).substring(1);
    return (parts < 0 ? "-" : "") + size / 10000 + "." + decimals;
  }

  private static void column(StringBuilder out, int value, int width) {
    column(out, String.valueOf(value), width);
  }

  private static void column(StringBuilder out, String text, int width) {
    for (int blanks = width - text.length(); blanks > 0; blanks--) {
      out.append(' ');
    }
    out.append(text);
  }
}
