package io.github.molweave.chemistry;

/** Numbers of pixels as text. */
final class ShortNumber {
  private ShortNumber() {}

  /**
   * At most two decimals, and none that are zero.
   *
   * @param value finite, within ±20,000,000
   */
  static String of(double value) {
    int hundredths = (int) Math.floor(value * 100 + 0.5);
    String sign = hundredths < 0 ? "-" : "";
    int size = Math.abs(hundredths);
    int rest = size % 100;
    String decimals =
        rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
    return sign + size / 100 + decimals;
  }
}
