package io.github.molweave.trainer.batching;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.corpus.Corpus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BatchSourceTest {
  private static final int TEXT_TOKENS = 40;

  private static Vocabulary vocabulary() {
    List<String> tokens = new ArrayList<>(List.of(Vocabulary.START, Vocabulary.END));
    for (int i = 0; i < TEXT_TOKENS; i++) {
      tokens.add("t" + i);
    }
    return new Vocabulary(tokens, 0, 1, Vocabulary.NONE);
  }

  /** Lengths like ZINC's: median 44, 95 % below 60, some up to 109; contents all different. */
  private static Corpus corpus(int size, long seed) {
    Random random = new Random(seed);
    List<int[]> molecules = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int length = (int) Math.round(44 + 9 * random.nextGaussian());
      int[] ids = new int[Math.max(4, Math.min(109, length))];
      Arrays.setAll(ids, k -> 2 + random.nextInt(TEXT_TOKENS));
      ids[0] = 2 + i % TEXT_TOKENS;
      ids[1] = 2 + i / TEXT_TOKENS % TEXT_TOKENS;
      ids[2] = 2 + i / (TEXT_TOKENS * TEXT_TOKENS) % TEXT_TOKENS;
      molecules.add(ids);
    }
    return new Corpus(vocabulary(), molecules);
  }

  private static List<String> texts(BatchSource.Epoch epoch) {
    List<String> texts = new ArrayList<>();
    for (int number = 0; number < epoch.size(); number++) {
      Batch batch = epoch.batch(number);
      for (int row = 0; row < batch.rows(); row++) {
        int[] ids = new int[batch.lengths()[row] - 1];
        for (int t = 0; t < ids.length; t++) {
          ids[t] = batch.targets()[t * batch.rows() + row];
        }
        texts.add(Arrays.toString(ids));
      }
    }
    return texts;
  }

  @Test
  void laysOutStartTextAndEndTimeMajor() {
    Corpus corpus = new Corpus(vocabulary(), List.of(new int[] {5}, new int[] {7, 8, 9}));
    Batch batch = new BatchSource(corpus, 2, 1).epoch(0).batch(0);
    assertEquals(2, batch.rows());
    assertEquals(4, batch.steps());
    assertArrayEquals(new int[] {4, 2}, batch.lengths());
    assertArrayEquals(new int[] {0, 0, 7, 5, 8, 0, 9, 0}, batch.inputs());
    assertArrayEquals(new int[] {7, 5, 8, 1, 9, 0, 1, 0}, batch.targets());
    assertEquals(2, batch.activeRows(1));
    assertEquals(1, batch.activeRows(2));
    assertEquals(6, batch.predictions());
  }

  @Test
  void givesEveryMoleculeOnceAnEpoch() {
    Corpus corpus = corpus(3001, 2);
    Set<String> expected = new HashSet<>();
    corpus.molecules().forEach(ids -> expected.add(Arrays.toString(ids)));
    assertEquals(3001, expected.size());
    BatchSource source = new BatchSource(corpus, 16, 5);
    for (int epoch = 0; epoch < 3; epoch++) {
      List<String> texts = texts(source.epoch(epoch));
      assertEquals(3001, texts.size());
      assertEquals(expected, new HashSet<>(texts));
    }
    assertEquals(188, source.batchCount());
    assertEquals(188, source.epoch(0).size());
  }

  @Test
  void sortsRowsByFallingLength() {
    BatchSource.Epoch epoch = new BatchSource(corpus(2000, 3), 32, 5).epoch(1);
    for (int number = 0; number < epoch.size(); number++) {
      Batch batch = epoch.batch(number);
      assertEquals(batch.steps(), batch.lengths()[0]);
      for (int row = 1; row < batch.rows(); row++) {
        assertTrue(batch.lengths()[row] <= batch.lengths()[row - 1]);
      }
      assertEquals(
          batch.predictions(),
          Arrays.stream(batch.targets()).filter(id -> id != 0).count(),
          "padding is START, which is never a target");
    }
  }

  /** Also where the molecules do not fill whole pools. */
  @ParameterizedTest
  @CsvSource({"32, 2048", "32, 2100", "128, 8192", "128, 12000", "128, 17000", "512, 40000"})
  void padsLittle(int batchSize, int size) {
    Corpus corpus = corpus(size, 4);
    for (int number = 0; number < 2; number++) {
      BatchSource.Epoch epoch = new BatchSource(corpus, batchSize, 5).epoch(number);
      assertTrue(padding(epoch) < 0.03, "padding is " + padding(epoch));
    }
  }

  private static double padding(BatchSource.Epoch epoch) {
    long cells = 0;
    long real = 0;
    for (int number = 0; number < epoch.size(); number++) {
      Batch batch = epoch.batch(number);
      cells += (long) batch.rows() * batch.steps();
      real += batch.predictions();
    }
    return 1 - real / (double) cells;
  }

  @Test
  void repeatsItselfForEqualSeedsAndEpochsOnly() {
    Corpus corpus = corpus(500, 6);
    List<String> texts = texts(new BatchSource(corpus, 8, 5).epoch(3));
    assertEquals(texts, texts(new BatchSource(corpus, 8, 5).epoch(3)));
    assertNotEquals(texts, texts(new BatchSource(corpus, 8, 5).epoch(4)));
    assertNotEquals(texts, texts(new BatchSource(corpus, 8, 6).epoch(3)));
  }
}
