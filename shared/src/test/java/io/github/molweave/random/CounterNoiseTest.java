package io.github.molweave.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterNoiseTest {
  /** The vectors published with Random123, {@code tests/kat_vectors}, threefry4x32 20. */
  @ParameterizedTest
  @CsvSource({
    "00000000 00000000 00000000 00000000, 00000000 00000000 00000000 00000000,"
        + "9c6ca96a e17eae66 fc10ecd4 5256a7d8",
    "ffffffff ffffffff ffffffff ffffffff, ffffffff ffffffff ffffffff ffffffff,"
        + "2a881696 57012287 f6c7446e a16a6732",
    "243f6a88 85a308d3 13198a2e 03707344, a4093822 299f31d0 082efa98 ec4e6c89,"
        + "59cd1dbb b8879579 86b5d00c ac8b6d84"
  })
  void blockGivesThePublishedVectors(String counter, String key, String expected) {
    int[] c = words(counter);
    int[] k = words(key);
    int[] out = new int[4];
    CounterNoise.block(k[0], k[1], k[2], k[3], c[0], c[1], c[2], c[3], out, 0);
    assertEquals(Arrays.toString(words(expected)), Arrays.toString(out));
  }

  @Test
  void uniformsAreThePublishedOnes() throws IOException {
    int rows = 0;
    try (InputStream in = CounterNoiseTest.class.getResourceAsStream("uniforms.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] field = line.split("\t", -1);
        Seed seed = Seed.of(Double.parseDouble(field[0]));
        CounterNoise noise = new CounterNoise(seed, Purpose.valueOf(field[1]));
        int[] place = new int[4];
        for (int i = 0; i < place.length; i++) {
          place[i] = Integer.parseInt(field[2 + i]);
        }
        double u = noise.uniform(place[0], place[1], place[2], place[3]);
        assertEquals(Double.parseDouble(field[6]), u * 0x1p33, line);
        rows++;
      }
    }
    assertEquals(120, rows);
  }

  @Property(tries = 200, seed = "1")
  void oneStepAtOnceGivesTheSameAsOneTokenAtATime(
      @ForAll int molecule,
      @ForAll int attempt,
      @ForAll int step,
      @ForAll @IntRange(max = 70) int size) {
    CounterNoise noise = new CounterNoise(Seed.of(7), Purpose.TOKEN);
    int[] all = new int[(size + 3) / 4 * 4];
    noise.words(molecule, attempt, step, all);
    for (int token = 0; token < size; token++) {
      assertEquals(
          noise.uniform(molecule, attempt, step, token), CounterNoise.toUniform(all[token]));
    }
  }

  @Test
  void everyPartOfAPlaceChangesTheNumber() {
    double here = new CounterNoise(Seed.of(7), Purpose.TOKEN).uniform(1, 2, 3, 4);
    CounterNoise noise = new CounterNoise(Seed.of(7), Purpose.TOKEN);
    assertNotEquals(here, noise.uniform(2, 2, 3, 4));
    assertNotEquals(here, noise.uniform(1, 3, 3, 4));
    assertNotEquals(here, noise.uniform(1, 2, 4, 4));
    assertNotEquals(here, noise.uniform(1, 2, 3, 5));
    assertNotEquals(here, noise.uniform(1, 2, 3, 8));
    assertNotEquals(here, new CounterNoise(Seed.of(7), Purpose.LENGTH).uniform(1, 2, 3, 4));
    assertNotEquals(here, new CounterNoise(Seed.of(8), Purpose.TOKEN).uniform(1, 2, 3, 4));
    Seed otherHigh = Seed.of(7 + 4294967296.0);
    assertNotEquals(here, new CounterNoise(otherHigh, Purpose.TOKEN).uniform(1, 2, 3, 4));
  }

  @Test
  void numbersSpreadEvenlyOverTheOpenUnitInterval() {
    CounterNoise noise = new CounterNoise(Seed.of(1), Purpose.TOKEN);
    int[] counts = new int[100];
    int[] words = new int[44];
    int draws = 0;
    for (int step = 0; step < 20_000; step++) {
      noise.words(0, 0, step, words);
      for (int word : words) {
        double value = CounterNoise.toUniform(word);
        assertTrue(value > 0 && value < 1);
        counts[(int) (value * counts.length)]++;
        draws++;
      }
    }
    double expected = draws / (double) counts.length;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    // 99 degrees of freedom: 58 and 149 are the one in a thousand on either side.
    assertTrue(chiSquare > 58 && chiSquare < 149, "chi-square " + chiSquare);
  }

  private static int[] words(String hex) {
    String[] parts = hex.trim().split(" ", -1);
    int[] words = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      words[i] = Integer.parseUnsignedInt(parts[i], 16);
    }
    return words;
  }
}
