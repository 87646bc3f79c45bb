package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {

  /** The examples of NIST's FIPS 180 page, and the empty message. */
  @ParameterizedTest
  @CsvSource({
    "'', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq,"
        + " 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu,"
        + " cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
  })
  void matchesTheStandardsExamples(String message, String digest) {
    assertEquals(digest, Sha256.hexOf(message.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void matchesTheStandardsMillionLetters() {
    assertEquals(
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
        Sha256.hexOf("a".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void matchesTheJdkForEveryLengthAndAnySplit() throws NoSuchAlgorithmException {
    Random random = new Random(5);
    for (int length = 0; length < 300; length++) {
      byte[] message = new byte[length];
      random.nextBytes(message);
      int first = random.nextInt(length + 1);
      int second = first + random.nextInt(length - first + 1);
      Sha256 digest = new Sha256();
      digest.update(message, 0, first);
      digest.update(message, first, second);
      digest.update(message, second, length);

      byte[] expected = MessageDigest.getInstance("SHA-256").digest(message);

      assertEquals(HexFormat.of().formatHex(expected), digest.hex());
    }
  }
}
