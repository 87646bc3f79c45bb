package io.github.molweave.chemistry;

import com.actelion.research.chem.SmilesParser;
import com.actelion.research.chem.StereoMolecule;
import io.github.molweave.chemistry.Reading.Rejected;
import io.github.molweave.chemistry.Reading.Understood;

/**
 * Reads SMILES. Any text whatever gives a {@link Reading}, never an exception, within a time that
 * the two limits bound.
 *
 * <p>Source: the grammar is that of OpenSMILES as OpenChemLib reads it.
 */
public final class MoleculeReader {
  /** Most characters that are looked at. */
  public static final int MAX_LENGTH = 5000;

  /** Most atoms written in the text: beyond it neither a picture nor a formula helps anyone. */
  public static final int MAX_ATOMS = 500;

  private MoleculeReader() {}

  /**
   * Reads {@code smiles} by {@code rule}.
   *
   * @param smiles any text; blanks around it are not removed
   */
  public static Reading read(String smiles, ReadRule rule) {
    if (smiles.isEmpty()) {
      return new Rejected(ReadProblem.EMPTY, 0, "there is nothing to read");
    }
    if (smiles.length() > MAX_LENGTH) {
      return new Rejected(
          ReadProblem.TOO_LONG,
          MAX_LENGTH,
          smiles.length() + " characters are more than the " + MAX_LENGTH + " that can be read");
    }
    SmilesSyntax syntax = SmilesSyntax.scan(smiles);
    if (syntax.fault() != null) {
      return syntax.fault();
    }
    if (syntax.atoms() > MAX_ATOMS) {
      return new Rejected(
          ReadProblem.TOO_MANY_ATOMS,
          -1,
          syntax.atoms() + " atoms are more than the " + MAX_ATOMS + " that can be read");
    }
    return parse(smiles, syntax, rule);
  }

  private static Reading parse(String smiles, SmilesSyntax syntax, ReadRule rule) {
    AtomTrace structure = new AtomTrace();
    try {
      new SmilesParser(SmilesParser.SMARTS_MODE_IS_SMILES | SmilesParser.MODE_NO_CACTUS_SYNTAX)
          .parse(structure, asciiBytes(smiles), false, true);
      structure.ensureHelperArrays(StereoMolecule.cHelperParities);
    } catch (Exception anyParserFault) {
      // OpenChemLib reports bad text by bare exceptions and by running past its arrays alike.
      return new Rejected(ReadProblem.SYNTAX, -1, "it is not SMILES that can be read");
    }
    if (structure.isFragment()) {
      return new Rejected(
          ReadProblem.PATTERN, -1, "it is a pattern with wildcards, not one molecule");
    }
    if (rule == ReadRule.INTERIM_STRICT) {
      Rejected fault = ValenceRule.firstFault(structure, syntax.aromaticAtoms());
      if (fault != null) {
        return fault;
      }
    }
    int[] order = structure.finish(syntax.atoms());
    return new Understood(new Molecule(smiles, new StereoMolecule(structure), order));
  }

  private static byte[] asciiBytes(String smiles) {
    byte[] bytes = new byte[smiles.length()];
    for (int i = 0; i < bytes.length; i++) {
      char symbol = smiles.charAt(i);
      bytes[i] = (byte) (symbol < 128 ? symbol : '?');
    }
    return bytes;
  }
}
