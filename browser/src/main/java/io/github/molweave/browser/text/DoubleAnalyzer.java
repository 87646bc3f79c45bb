package io.github.molweave.browser.text;

import org.teavm.jso.JSBody;

/**
 * Stands in for TeaVM's class of the same name in compiled pages, which finds the decimal digits of
 * a {@code double} with tables that are a ninth of the engine's size. The browser knows the digits:
 * the fewest that tell the number from its neighbours, as in Java.
 */
public final class DoubleAnalyzer {
  private static final int DIGITS = 18;

  private DoubleAnalyzer() {}

  /** A decimal number: {@code mantissa} has 18 digits, the first of them counts 10^exponent. */
  public static final class Result {
    /** Without the sign; 0 or 10^17..10^18-1. */
    public long mantissa;

    /** Of the first digit. */
    public int exponent;

    /** Whether the number is negative, or minus zero. */
    public boolean sign;
  }

  /** Finds the digits of a finite number. */
  public static void analyze(double value, Result result) {
    String text = exponential(Math.abs(value));
    int end = text.indexOf('e');
    long mantissa = 0;
    int digits = 0;
    for (int at = 0; at < end; at++) {
      if (text.charAt(at) != '.') {
        mantissa = mantissa * 10 + (text.charAt(at) - '0');
        digits++;
      }
    }
    for (; digits < DIGITS; digits++) {
      mantissa *= 10;
    }
    result.mantissa = mantissa;
    result.exponent = exponent(text, end + 1);
    result.sign = value < 0 || 1 / value < 0;
  }

  private static int exponent(String text, int start) {
    int exponent = 0;
    for (int at = start + 1; at < text.length(); at++) {
      exponent = exponent * 10 + (text.charAt(at) - '0');
    }
    return text.charAt(start) == '-' ? -exponent : exponent;
  }

  /** Such as {@code 1.5e+0}. */
  @JSBody(params = "value", script = "return value.toExponential();")
  private static native String exponential(double value);
}
