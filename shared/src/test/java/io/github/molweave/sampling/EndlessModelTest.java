package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.network.LanguageModel;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models without END: how long a molecule is comes from the noise. */
class EndlessModelTest {
  private static final SamplingOptions PLAIN =
      SamplingOptions.defaults().withValidity(ValidityMode.OFF);
  private static final LanguageModel MODEL =
      LanguageModel.of(SmallModels.withoutEnd(new LengthRange(3, 9), "C", "N", "O"));

  @Test
  void lengthsAreUniformOverTheirRange() {
    Sampler sampler = new Sampler(MODEL, PLAIN);
    Map<Integer, Integer> counts = new HashMap<>();
    Map<Integer, Double> expected = new HashMap<>();
    for (int length = 3; length <= 9; length++) {
      expected.put(length, 1 / 7.0);
    }
    for (int index = 0; index < 7000; index++) {
      Sample sample = sampler.sample(index);
      assertEquals(StopReason.LENGTH_LIMIT, sample.stop());
      counts.merge(sample.text().length(), 1, Integer::sum);
    }
    ChiSquare.assertFits(counts, expected);
  }

  @Test
  void neitherStartNorMaskIsWritten() {
    Sampler sampler = new Sampler(MODEL, PLAIN.withTemperature(1000));
    for (int index = 0; index < 200; index++) {
      assertFalse(sampler.sample(index).text().contains("<"));
    }
  }

  @Test
  void theMaximumLengthStillHolds() {
    Sampler sampler = new Sampler(MODEL, PLAIN.withMaxLength(5));
    for (int index = 0; index < 50; index++) {
      int whole = new Sampler(MODEL, PLAIN).sample(index).text().length();
      assertEquals(Math.min(whole, 5), sampler.sample(index).text().length());
    }
  }

  @Test
  void aPrefixCountsAndALongerOneIsLeftAsItIs() {
    for (int index = 0; index < 50; index++) {
      String whole = new Sampler(MODEL, PLAIN).sample(index).text();
      assertEquals(
          whole, new Sampler(MODEL, PLAIN.withPrefix(whole.substring(0, 2))).sample(index).text());
      String longer = "CCCCCCCCCC";
      Sample kept = new Sampler(MODEL, PLAIN.withPrefix(longer)).sample(index);
      assertEquals(longer, kept.text());
      assertEquals(StopReason.LENGTH_LIMIT, kept.stop());
    }
  }

  @Test
  void theWidestRangeDoesNotOverflow() {
    LanguageModel wide =
        LanguageModel.of(SmallModels.withoutEnd(new LengthRange(0, Integer.MAX_VALUE), "C"));
    assertEquals(40, new Sampler(wide, PLAIN.withMaxLength(40)).sample(0).text().length());
  }

  @Test
  void aModelThatNeverStopsIsRefused() {
    LanguageModel endless = LanguageModel.of(SmallModels.withoutEnd(null, "C", "N"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> new Sampler(endless, PLAIN))
            .getMessage();
    assertTrue(message.contains("never end"), message);
  }
}
