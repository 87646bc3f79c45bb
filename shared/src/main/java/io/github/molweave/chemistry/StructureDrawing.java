package io.github.molweave.chemistry;

import com.actelion.research.chem.AbstractDepictor;
import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.gui.generic.GenericRectangle;

/**
 * A structural formula as SVG, for light and dark pages alike: lines are {@code currentColor},
 * labels of other elements have colours that can be read on both. No style element, style attribute
 * or script, so it may be inlined under the strictest content security policy.
 */
public final class StructureDrawing {
  /** Longest bond, in pixels; a small molecule does not swell to fill a large frame. */
  private static final int LONGEST_BOND = 36;

  /** Empty space around the drawing, in pixels. */
  private static final double MARGIN = 4;

  private StructureDrawing() {}

  /**
   * Draws {@code molecule}: well-formed XML with the root {@code svg}, {@code title} (the given
   * one) and {@code desc} (the SMILES) in it.
   *
   * <p>Determinism: the same text for the same molecule on one runtime; across runtimes the last
   * decimal may differ, since OpenChemLib uses the host's sine and cosine.
   */
  public static String svg(Molecule molecule, DrawingOptions options) {
    StereoMolecule structure = molecule.structure();
    StructureLayout.arrange(structure);
    SvgDepictor depictor = new SvgDepictor(structure);
    GenericRectangle frame =
        new GenericRectangle(
            MARGIN, MARGIN, options.width() - 2 * MARGIN, options.height() - 2 * MARGIN);
    depictor.validateView(null, frame, AbstractDepictor.cModeInflateToMaxAVBL | LONGEST_BOND);
    depictor.paint(null);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mw-structure\" role=\"img\" width=\""
        + options.width()
        + "\" height=\""
        + options.height()
        + "\" viewBox=\"0 0 "
        + options.width()
        + " "
        + options.height()
        + "\"><title>"
        + XmlText.escape(options.title())
        + "</title><desc>"
        + XmlText.escape(molecule.smiles())
        + "</desc>"
        + depictor.elements()
        + "</svg>";
  }
}
