package io.github.molweave.chemistry;

import com.actelion.research.chem.StereoMolecule;

/**
 * Structural formulas: bonds, wedges and the labels of all atoms but plain carbon. No letters for
 * configurations, no remarks.
 */
public final class StructureDrawing {
  private StructureDrawing() {}

  /**
   * Draws {@code molecule}.
   *
   * <p>Determinism: the same commands for the same molecule on one runtime; across runtimes the
   * last digits may differ, since OpenChemLib uses the host's sine and cosine.
   *
   * @throws IllegalArgumentException when there are highlights, but not one value for each atom of
   *     the SMILES
   */
  public static Drawing of(Molecule molecule, DrawingOptions options) {
    StereoMolecule structure = molecule.structure();
    double[] highlights = molecule.inStructureOrder(options.highlights());
    StructureLayout.arrange(structure);
    LayoutTurn.apply(structure, options.width(), options.height());
    return new Drawing(
        options.width(),
        options.height(),
        options.title(),
        molecule.smiles(),
        options.palette(),
        CommandDepictor.draw(structure, options, highlights));
  }

  /** Draws {@code molecule} as SVG; see {@link #of} and {@link SvgWriter#write}. */
  public static String svg(Molecule molecule, DrawingOptions options) {
    return SvgWriter.write(of(molecule, options));
  }
}
