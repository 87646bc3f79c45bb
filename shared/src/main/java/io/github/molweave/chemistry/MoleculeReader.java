package io.github.molweave.chemistry;

import com.actelion.research.chem.SmilesParser;
import com.actelion.research.chem.StereoMolecule;
import io.github.molweave.chemistry.Reading.Rejected;
import io.github.molweave.chemistry.Reading.Understood;
import io.github.molweave.smiles.Smiles;
import io.github.molweave.smiles.Validity;

/**
 * Reads SMILES. Any text whatever gives a {@link Reading}, never an exception, within a time that
 * the two limits bound.
 *
 * <p>What is valid is for {@link Smiles} to say; what it looks like, for OpenChemLib.
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
    if (smiles.length() > MAX_LENGTH) {
      return rejected(
          ReadProblem.TOO_LONG,
          smiles.length() + " characters are more than the " + MAX_LENGTH + " that can be read");
    }
    Validity validity = Smiles.check(smiles, rule.scrutiny());
    if (validity instanceof Validity.Invalid invalid) {
      return new Rejected(
          invalid.problem().id(), invalid.position(), invalid.related(), invalid.message());
    }
    int atoms = ((Validity.Valid) validity).atoms();
    return atoms > MAX_ATOMS ? tooMany(atoms) : parse(smiles, atoms);
  }

  private static Rejected rejected(ReadProblem problem, String reason) {
    return new Rejected(problem.id(), -1, -1, reason);
  }

  private static Rejected tooMany(int atoms) {
    return rejected(
        ReadProblem.TOO_MANY_ATOMS,
        atoms + " atoms are more than the " + MAX_ATOMS + " that can be read");
  }

  private static Reading parse(String smiles, int atoms) {
    AtomTrace structure = new AtomTrace();
    try {
      new SmilesParser(SmilesParser.SMARTS_MODE_IS_SMILES | SmilesParser.MODE_NO_CACTUS_SYNTAX)
          .parse(structure, asciiBytes(smiles), false, true);
      structure.ensureHelperArrays(StereoMolecule.cHelperParities);
    } catch (Exception anyParserFault) {
      // OpenChemLib reports bad text by bare exceptions and by running past its arrays alike.
      return rejected(
          ReadProblem.UNREADABLE, "it is spelled well, but OpenChemLib makes no molecule of it");
    }
    if (structure.isFragment()) {
      return rejected(ReadProblem.PATTERN, "it is a pattern with wildcards, not one molecule");
    }
    int[] order = structure.finish(atoms);
    return new Understood(new Molecule(smiles, new StereoMolecule(structure), order));
  }

  private static byte[] asciiBytes(String smiles) {
    byte[] bytes = new byte[smiles.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) smiles.charAt(i);
    }
    return bytes;
  }
}
