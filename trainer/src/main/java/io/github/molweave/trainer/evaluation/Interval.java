package io.github.molweave.trainer.evaluation;

/**
 * A range that holds the true value in 95 of 100 repetitions.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {
  private static final double Z = 1.959963984540054;

  /**
   * Wilson's interval for a proportion: unlike the plain normal one it stays inside 0..1 and is
   * right when nearly all or nearly none succeed.
   *
   * <p>Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209.
   *
   * @param successes 0..{@code trials}
   * @param trials at least 1
   */
  public static Interval ofProportion(int successes, int trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " of " + trials + " is no proportion");
    }
    double p = (double) successes / trials;
    double z2 = Z * Z;
    double denominator = 1 + z2 / trials;
    double centre = (p + z2 / (2.0 * trials)) / denominator;
    double half = Z * Math.sqrt(p * (1 - p) / trials + z2 / (4.0 * trials * trials)) / denominator;
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
