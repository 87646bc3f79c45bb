package io.github.molweave.chemistry;

/** Contrast ratios. Source: WCAG 2.1, "contrast ratio" and "relative luminance". */
final class Contrast {
  private Contrast() {}

  /** Between two colours written {@code #rrggbb}. */
  static double of(String one, String other) {
    return ofLuminances(luminance(linear(one)), luminance(linear(other)));
  }

  static double ofLuminances(double one, double other) {
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  static double luminance(double[] linear) {
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  }

  /** Red, green and blue as shares of light. */
  static double[] linear(String hex) {
    return new double[] {linear(share(hex, 1)), linear(share(hex, 3)), linear(share(hex, 5))};
  }

  /** A colour that lets some of the ground through, as browsers mix it. */
  static double[] mixed(String hex, double opacity, String ground) {
    double[] mixed = new double[3];
    for (int channel = 0; channel < 3; channel++) {
      int at = 1 + 2 * channel;
      mixed[channel] = linear(opacity * share(hex, at) + (1 - opacity) * share(ground, at));
    }
    return mixed;
  }

  private static double share(String hex, int at) {
    return Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
  }

  private static double linear(double share) {
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
