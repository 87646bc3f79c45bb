package io.github.molweave.selfies;

/** The sixteen symbols that stand for digits where a branch or a ring names its size. */
final class IndexSymbols {
  private static final int BASE = 16;
  private static final int MOST_DIGITS = 3;
  private static final String[] OF_ONE = {
    "[C]",
    "[Ring1]",
    "[Ring2]",
    "[Branch1_1]",
    "[Branch1_2]",
    "[Branch1_3]",
    "[Branch2_1]",
    "[Branch2_2]",
    "[Branch2_3]",
    "[O]",
    "[N]",
    "[=N]",
    "[=C]",
    "[#C]",
    "[S]",
    "[P]"
  };
  private static final String[] OF_TWO = {
    "[C]",
    "[Ring1]",
    "[Ring2]",
    "[Branch1]",
    "[=Branch1]",
    "[#Branch1]",
    "[Branch2]",
    "[=Branch2]",
    "[#Branch2]",
    "[O]",
    "[N]",
    "[=N]",
    "[=C]",
    "[#C]",
    "[S]",
    "[P]"
  };

  private IndexSymbols() {}

  /** The digit that a symbol stands for; 0 for every symbol that stands for none. */
  static int digit(String symbol, SelfiesVersion version) {
    String[] digits = digits(version);
    for (int digit = 1; digit < BASE; digit++) {
      if (digits[digit].equals(symbol)) {
        return digit;
      }
    }
    return 0;
  }

  /** How many symbols {@code number}, 0 or above, takes; 0 when three are not enough. */
  static int count(int number) {
    int limit = BASE;
    for (int digits = 1; digits <= MOST_DIGITS; digits++) {
      if (number < limit) {
        return digits;
      }
      limit *= BASE;
    }
    return 0;
  }

  /** Writes {@code number} with {@code count} symbols. */
  static void append(StringBuilder text, int number, int count, SelfiesVersion version) {
    for (int digit = count - 1; digit >= 0; digit--) {
      text.append(digits(version)[(number >> (4 * digit)) % BASE]);
    }
  }

  /** The value of a number whose digits so far are worth {@code before}. */
  static int join(int before, int digit) {
    return BASE * before + digit;
  }

  private static String[] digits(SelfiesVersion version) {
    return version == SelfiesVersion.ONE ? OF_ONE : OF_TWO;
  }
}
