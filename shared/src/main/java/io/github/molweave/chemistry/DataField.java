package io.github.molweave.chemistry;

/**
 * A fact about a molecule in an SD file.
 *
 * @param name letters, digits, blanks and underscores, beginning with a letter, at most {@value
 *     #LONGEST_NAME} characters
 * @param value any text; it is written on one line
 */
public record DataField(String name, String value) {
  /** Most characters of a name. */
  public static final int LONGEST_NAME = 60;

  /** Checks the name. */
  public DataField {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a field's name must be letters, digits, blanks and underscores, beginning with a letter,"
              + " at most "
              + LONGEST_NAME
              + " of them, not '"
              + (name.length() > 80 ? name.substring(0, 80) + "..." : name)
              + "'");
    }
  }

  private static boolean isName(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char symbol = name.charAt(i);
      boolean digit = symbol >= '0' && symbol <= '9';
      if (!isLetter(symbol) && !digit && symbol != ' ' && symbol != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char symbol) {
    return (symbol >= 'A' && symbol <= 'Z') || (symbol >= 'a' && symbol <= 'z');
  }
}
