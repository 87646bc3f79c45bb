package io.github.molweave.chemistry;

/**
 * How wide atom labels are in Helvetica and its metric twins (Arial, Liberation Sans). Other fonts
 * are stretched to these widths by {@code textLength}, so that a drawing looks the same everywhere.
 *
 * <p>Source: the font's AFM file, in thousandths of the font size.
 */
final class LabelMetrics {
  private static final int[] CAPITALS = {
    667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,
    611, 722, 667, 944, 667, 667, 611
  };
  private static final int[] SMALL = {
    556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500
  };
  private static final int DIGIT = 556;
  private static final int PLUS = 584;
  private static final int MINUS = 584;

  private LabelMetrics() {}

  /** The width of {@code label} at a font size of 1. */
  static double width(String label) {
    int thousandths = 0;
    for (int i = 0; i < label.length(); i++) {
      thousandths += width(label.charAt(i));
    }
    return thousandths / 1000.0;
  }

  private static int width(char symbol) {
    if (symbol >= 'A' && symbol <= 'Z') {
      return CAPITALS[symbol - 'A'];
    }
    if (symbol >= 'a' && symbol <= 'z') {
      return SMALL[symbol - 'a'];
    }
    return switch (symbol) {
      case '+' -> PLUS;
      case '-' -> MINUS;
      default -> DIGIT;
    };
  }
}
