package io.github.molweave.trainer.publicsets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the bytes of a file must give.
 *
 * @param algorithm {@code SHA-256}; or {@code MD5}, which guards against damage, not malice, where
 *     a set's authors published nothing better
 * @param digits hexadecimal, lower case
 */
public record Checksum(String algorithm, String digits) {

  /** That of {@code file}. */
  static Checksum of(Path file, String algorithm) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      DigestInputStream digested =
          new DigestInputStream(bytes, MessageDigest.getInstance(algorithm));
      digested.transferTo(OutputStream.nullOutputStream());
      return new Checksum(
          algorithm, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has " + algorithm, impossible);
    }
  }

  /** Whether {@code file} has it. */
  boolean fits(Path file) throws IOException {
    return of(file, algorithm).equals(this);
  }

  /** As in {@code SHA-256 f900b46b...}. */
  @Override
  public String toString() {
    return algorithm + " " + digits;
  }
}
