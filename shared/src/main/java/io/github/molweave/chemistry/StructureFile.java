package io.github.molweave.chemistry;

import java.util.List;

/**
 * Molecules as molfiles and SD files, for other programs: places of the atoms on paper, charges,
 * isotopes, wedges at stereo centres; double bonds whose geometry the SMILES leaves open are marked
 * as either. Explicit hydrogens are left out. Lines end in a line feed.
 *
 * <p>Accuracy: RDKit reads the same molecule (StructureFileTest, {@code make_structure_files.py}).
 *
 * <p>Source: BIOVIA, "CTfile formats", 2020.
 */
public final class StructureFile {
  /** Longest first line. */
  private static final int LONGEST_NAME = 80;

  private StructureFile() {}

  /**
   * One molecule.
   *
   * @param name for the first line, any text; control characters become blanks, and what is beyond
   *     80 characters is left out
   * @throws IllegalArgumentException for a quadruple bond, which molfiles do not have
   */
  public static String molfile(Molecule molecule, String name, MolfileVersion version) {
    // With a date in it the same molecule would not give the same file.
    String head = nameLine(name) + "\n  Molweave          2D\n\n";
    MolfileTable table = MolfileTable.of(molecule);
    return head + (version == MolfileVersion.V2000 ? table.v2000() : table.v3000()) + "M  END\n";
  }

  /**
   * One entry of an SD file, its end mark included; entries joined are the file.
   *
   * @param name as for {@link #molfile}
   * @param fields in their order; line breaks and other control characters in values become blanks
   */
  public static String sdfEntry(
      Molecule molecule, String name, MolfileVersion version, List<DataField> fields) {
    StringBuilder entry = new StringBuilder(molfile(molecule, name, version));
    for (DataField field : fields) {
      entry.append(">  <").append(field.name()).append(">\n");
      entry.append(oneLine(field.value())).append("\n\n");
    }
    return entry.append("$$$$\n").toString();
  }

  private static String nameLine(String name) {
    String line = oneLine(name);
    if (line.length() <= LONGEST_NAME) {
      return line;
    }
    boolean pair = Character.isHighSurrogate(line.charAt(LONGEST_NAME - 1));
    return line.substring(0, pair ? LONGEST_NAME - 1 : LONGEST_NAME);
  }

  /** A line that no reader takes for an end of the entry, the field or the line. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char symbol = text.charAt(i);
      boolean control =
          symbol < ' '
              || (symbol >= 0x7F && symbol < 0xA0)
              || symbol == '\u2028'
              || symbol == '\u2029';
      line.append(control ? ' ' : symbol);
    }
    boolean mark = line.length() > 0 && (line.charAt(0) == '$' || line.charAt(0) == '>');
    return mark ? " " + line : line.toString();
  }
}
