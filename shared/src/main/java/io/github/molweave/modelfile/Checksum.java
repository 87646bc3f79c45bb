package io.github.molweave.modelfile;

import java.util.Arrays;

/**
 * The {@code sha256} field: the digest of header and data, taken with the field's own 64 digits as
 * zeros. The digits stand in the header exactly as {@code "sha256":"0123..."}; inside another JSON
 * string the quotes would be escaped, so the mark is found once or the file is wrong.
 */
final class Checksum {
  static final int DIGITS = 64;
  static final String ZEROS = "0".repeat(DIGITS);

  private static final String MARK = "\"sha256\":\"";
  private static final byte[] ZERO_BYTES = StrictUtf8.encode(ZEROS);

  private Checksum() {}

  /**
   * What the digest is taken of: a copy of header and data with zeros for the digits, or, where
   * they are not found, with what is there, which {@link #verify} will refuse. The header is {@code
   * file[from..to)}.
   */
  static byte[] covered(byte[] file, int from, int to) {
    byte[] covered = Arrays.copyOfRange(file, from, file.length);
    int digits = find(file, from, to);
    if (digits >= 0) {
      System.arraycopy(ZERO_BYTES, 0, covered, digits - from, DIGITS);
    }
    return covered;
  }

  /**
   * Refuses a file whose digest, {@code found} in what is {@link #covered}, is not {@code stated}.
   */
  static void verify(byte[] file, int from, int to, String stated, String found) {
    int digits = find(file, from, to);
    if (digits < 0 || !isHex(stated) || !matches(file, digits, stated)) {
      throw new ModelFileException(
          Problem.CHECKSUM_FIELD,
          "metadata field sha256",
          "The checksum must stand there once, as \"sha256\":\"...\" with 64 lower-case hexadecimal"
              + " digits and no blanks");
    }
    if (!found.equals(stated)) {
      throw new ModelFileException(
          Problem.CHECKSUM_MISMATCH,
          "metadata field sha256",
          "The file is damaged: its content does not match its checksum");
    }
  }

  /** Puts the digest in the place of the zeros of a freshly written file. */
  static void seal(byte[] file, int from, int to, String digest) {
    System.arraycopy(StrictUtf8.encode(digest), 0, file, find(file, from, to), DIGITS);
  }

  /** Where the digits begin, or -1 when the mark is missing, repeated or too near the end. */
  private static int find(byte[] file, int from, int to) {
    int found = -1;
    for (int at = from; at + MARK.length() + DIGITS <= to; at++) {
      if (matches(file, at, MARK)) {
        if (found >= 0) {
          return -1;
        }
        found = at + MARK.length();
      }
    }
    return found;
  }

  private static boolean matches(byte[] file, int at, String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (file[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return text.length() == DIGITS;
  }
}
