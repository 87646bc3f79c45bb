package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Changes written files. Where a change is sealed, the checksum is made right again (by the JDK's
 * digest), so that the checks behind it are reached.
 */
final class Tampering {
  private static final String MARK = "\"sha256\":\"";

  private Tampering() {}

  /** {@code file} with the first {@code part} of its header replaced, sealed. */
  static byte[] header(byte[] file, String part, String replacement) {
    String header = headerOf(file);
    int at = header.indexOf(part);
    assertTrue(at >= 0, () -> "nothing to tamper with: " + part + " in " + header);
    return sealed(
        header.substring(0, at) + replacement + header.substring(at + part.length()), dataOf(file));
  }

  /** A sealed file of any header, padded to a multiple of eight, and any data. */
  static byte[] sealed(String header, byte[] data) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    String padded = header + " ".repeat((8 - text.length % 8) % 8);
    int mark = padded.indexOf(MARK);
    int digits = mark + MARK.length();
    if (mark >= 0 && digits + 64 <= padded.length()) {
      String before = padded.substring(0, digits);
      String after = padded.substring(digits + 64);
      padded = before + sha256(before + "0".repeat(64) + after, data) + after;
    }
    return unsealed(padded.getBytes(StandardCharsets.UTF_8), data);
  }

  /** Length, header and data, nothing else. */
  static byte[] unsealed(byte[] header, byte[] data) {
    ByteBuffer file = ByteBuffer.allocate(8 + header.length + data.length);
    file.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header).put(data);
    return file.array();
  }

  /** {@code file} with {@code values} over its data from byte {@code at} of it, sealed. */
  static byte[] data(byte[] file, int at, int... values) {
    byte[] data = dataOf(file);
    for (int i = 0; i < values.length; i++) {
      data[at + i] = (byte) values[i];
    }
    return sealed(headerOf(file), data);
  }

  static String headerOf(byte[] file) {
    return new String(file, 8, headerLength(file), StandardCharsets.UTF_8);
  }

  static byte[] dataOf(byte[] file) {
    return java.util.Arrays.copyOfRange(file, 8 + headerLength(file), file.length);
  }

  private static int headerLength(byte[] file) {
    return (int) ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static String sha256(String header, byte[] data) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(header.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(data));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
