package io.github.molweave.novelty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoveltyFileTest {
  private static final int HEADER = 160;

  private static NoveltyFilter filter() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      keys.add("key" + i);
    }
    return NoveltyFilter.of(keys, 3, "ab".repeat(32));
  }

  private static byte[] file() {
    return NoveltyFile.write(filter());
  }

  /** The bytes with a right checksum again. */
  private static byte[] sealed(byte[] file) {
    Arrays.fill(file, 96, HEADER, (byte) 0);
    byte[] digits = Sha256.hexOf(file).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, file, 96, digits.length);
    return file;
  }

  private static NoveltyProblem problemOf(byte[] file) {
    NoveltyFileException found =
        assertThrows(NoveltyFileException.class, () -> NoveltyFile.read(file));
    assertTrue(found.getMessage().contains("(byte "), found.getMessage());
    return found.problem();
  }

  @Test
  void writesWhatAnIndependentWriterWrites() throws IOException {
    try (InputStream in = NoveltyFileTest.class.getResourceAsStream("independent.novelty")) {
      assertArrayEquals(in.readAllBytes(), file());
    }
  }

  @Test
  void readsWhatItWrites() {
    NoveltyFilter read = NoveltyFile.read(file());
    assertEquals(40, read.keys());
    assertEquals(3, read.unreadable());
    assertEquals("ab".repeat(32), read.modelId());
    assertEquals(filter().falseAlarmRate(), read.falseAlarmRate());
    assertTrue(read.has("key7"));
    assertFalse(read.has("another"));
    assertArrayEquals(file(), NoveltyFile.write(read));
    assertEquals(
        "", NoveltyFile.read(NoveltyFile.write(NoveltyFilter.of(Set.of("a"), 0, ""))).modelId());
  }

  @Test
  void refusesWhatIsNoNoveltyFile() {
    assertEquals(NoveltyProblem.EMPTY, problemOf(new byte[0]));
    for (String text : List.of("<!doctype html>", "version https://git-lfs", "\u0089")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertEquals(NoveltyProblem.ANOTHER_FORMAT, problemOf(bytes), text);
    }
  }

  @Test
  void refusesFilesThatAreTooShortOrTooLong() {
    byte[] file = file();
    for (int length : new int[] {1, 8, 100, HEADER, file.length - 1}) {
      byte[] cut = Arrays.copyOf(file, length);
      assertEquals(NoveltyProblem.CUT_SHORT, problemOf(cut), "length " + length);
    }
    byte[] longer = Arrays.copyOf(file, file.length + 1);
    assertEquals(NoveltyProblem.TRAILING_BYTES, problemOf(longer));
  }

  /** Each number of the header in turn, with a right checksum. */
  @ParameterizedTest
  @CsvSource({
    "8, 2, VERSION",
    "12, 2, KEY",
    "16, 7, SIZE",
    "16, -1, SIZE",
    "16, 1073741825, SIZE",
    "20, 0, SIZE",
    "20, 33, SIZE",
    "24, 0, SIZE",
    "24, 70000001, SIZE",
    "28, -1, SIZE",
    "16, 1073741824, CUT_SHORT",
    "16, 576, TRAILING_BYTES",
    "24, 1, BITS",
  })
  void refusesNumbersOutOfTheirRange(int at, int value, NoveltyProblem problem) {
    byte[] file = file();
    for (int i = 0; i < 4; i++) {
      file[at + i] = (byte) (value >> (8 * i));
    }
    assertEquals(problem, problemOf(sealed(file)));
  }

  @Test
  void refusesBitsThatNoMoleculesCanHaveSet() {
    byte[] none = file();
    Arrays.fill(none, HEADER, none.length, (byte) 0);
    assertEquals(NoveltyProblem.BITS, problemOf(sealed(none)));
    byte[] beyond = file();
    beyond[16] = (byte) (beyond[16] - 3);
    beyond[beyond.length - 1] |= (byte) 0x80;
    assertEquals(NoveltyProblem.BITS, problemOf(sealed(beyond)));
  }

  @Test
  void refusesADamagedFile() {
    byte[] file = file();
    for (int at : new int[] {40, HEADER, file.length - 1}) {
      byte[] damaged = file.clone();
      damaged[at] ^= 4;
      assertEquals(NoveltyProblem.CHECKSUM_MISMATCH, problemOf(damaged), "byte " + at);
    }
    byte[] shouted = file.clone();
    shouted[100] = 'X';
    assertEquals(NoveltyProblem.CHECKSUM_FIELD, problemOf(shouted));
    byte[] named = file.clone();
    named[40] = 'G';
    assertEquals(NoveltyProblem.MODEL_ID, problemOf(sealed(named)));
  }

  @Test
  void answersAnyDamageWithANamedProblem() {
    Random random = new Random(5);
    for (int round = 0; round < 20_000; round++) {
      byte[] file = Arrays.copyOf(file(), random.nextInt(300));
      for (int change = random.nextInt(4); change > 0 && file.length > 0; change--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      if (file.length >= HEADER && random.nextBoolean()) {
        sealed(file);
      }
      try {
        NoveltyFile.read(file).has("key1");
      } catch (NoveltyFileException named) {
        assertFalse(named.problem().id().isEmpty());
      }
    }
  }

  @Test
  void everyProblemHasItsOwnAnchor() throws IOException {
    List<String> page = Files.readAllLines(Path.of("../docs/troubleshooting.md"));
    Set<String> ids = new HashSet<>();
    for (NoveltyProblem problem : NoveltyProblem.values()) {
      assertTrue(ids.add(problem.id()), problem.id());
      assertTrue(page.contains("### " + problem.id()), problem.id());
    }
  }
}
