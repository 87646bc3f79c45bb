package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.LanguageModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuousBatchTest {
  private static final int MOLECULES = 200;
  private static final SamplingOptions OPTIONS =
      SamplingOptions.defaults().withDetail(StepDetail.TOKENS).withMaxLength(20);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 16, 32, 300})
  void theSizeOfTheBatchDoesNotMatter(int places) {
    Sampler sampler = new Sampler(model(), OPTIONS);
    List<Sample> alone = new ArrayList<>();
    for (int index = 0; index < MOLECULES; index++) {
      alone.add(sampler.sample(index));
    }
    assertTrue(alone.stream().anyMatch(sample -> sample.redraws() > 0), "nothing is drawn again");
    List<Sample> together = drawAll(sampler, places);
    together.sort(Comparator.comparingInt(Sample::index));
    assertEquals(alone, together);
  }

  @ParameterizedTest
  @EnumSource(ValidityMode.class)
  void aFinishedMoleculeLeavesItsPlaceAtOnce(ValidityMode validity) {
    Sampler sampler = new Sampler(model(), OPTIONS.withValidity(validity));
    ContinuousBatch batch = new ContinuousBatch(sampler, 5);
    int next = 0;
    int finished = 0;
    while (finished < MOLECULES) {
      while (!batch.isFull() && next < MOLECULES) {
        batch.add(next++);
      }
      int before = batch.active();
      int left = batch.advance();
      assertEquals(before - left, batch.active());
      assertEquals(left, batch.takeFinished().size());
      finished += left;
    }
    assertEquals(0, batch.active());
    assertEquals(0, batch.advance());
  }

  @Test
  void aFullBatchAndANegativeIndexAreRefused() {
    ContinuousBatch batch = new ContinuousBatch(new Sampler(model(), OPTIONS), 1);
    assertThrows(IllegalArgumentException.class, () -> batch.add(-1));
    batch.add(0);
    assertTrue(batch.isFull());
    assertThrows(IllegalStateException.class, () -> batch.add(1));
  }

  private static List<Sample> drawAll(Sampler sampler, int places) {
    ContinuousBatch batch = new ContinuousBatch(sampler, places);
    List<Sample> all = new ArrayList<>();
    int next = 0;
    while (next < MOLECULES || batch.active() > 0) {
      while (!batch.isFull() && next < MOLECULES) {
        batch.add(next++);
      }
      batch.advance();
      all.addAll(batch.takeFinished());
    }
    return all;
  }

  private static LanguageModel model() {
    return LanguageModel.of(SmallModels.withEnd(4, "C", "N", "O", "=", "(", ")", "1"));
  }
}
