package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import io.github.molweave.tokens.UnknownTokenException;
import io.github.molweave.tokens.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextTokenTest {
  private static final SamplingOptions PLAIN = SamplingOptions.defaults();
  private static final LanguageModel MODEL =
      LanguageModel.of(SmallModels.withEnd(4, "C", "N", "O", "="));

  @Test
  void givesTheModelsOwnAndTheDrawnProbabilities() {
    Vocabulary vocabulary =
        new Vocabulary(List.of("<start>", "<end>", "C", "N"), 0, 1, Vocabulary.NONE);
    float[] bias = {1, 0, 2, -1};
    LanguageModel model = LanguageModel.of(SmallModels.memoryless(vocabulary, null, bias));
    NextToken next = NextToken.after(model, PLAIN.withTemperature(2).withTopK(2).withPrefix("CN"));
    assertEquals("CN", next.prefix());
    double all = Math.exp(1) + Math.exp(0) + Math.exp(2) + Math.exp(-1);
    double drawn = Math.exp(1) + Math.exp(0);
    assertCandidate("C", 2, 2 - Math.log(all), Math.exp(1) / drawn, next.candidates().get(0));
    assertCandidate("<start>", 0, 1 - Math.log(all), 0, next.candidates().get(1));
    assertCandidate("<end>", 1, 0 - Math.log(all), Math.exp(0) / drawn, next.candidates().get(2));
    assertCandidate("N", 3, -1 - Math.log(all), 0, next.candidates().get(3));
    assertEquals(4, next.candidates().size());
  }

  @Test
  void followsThePrefix() {
    Streams state = MODEL.streams(1);
    double[] logits = new double[6];
    state.step(new int[] {0}, 1, logits);
    state.step(new int[] {3}, 1, logits);
    state.step(new int[] {2}, 1, logits);
    double all = 0;
    for (double logit : logits) {
      all += Math.exp(logit);
    }
    NextToken next = NextToken.after(MODEL, PLAIN.withPrefix("NC").withMaxLength(1));
    double last = Double.POSITIVE_INFINITY;
    for (NextToken.Candidate candidate : next.candidates()) {
      double expected = logits[candidate.id()] - Math.log(all);
      assertEquals(expected, candidate.logProbability(), 1e-13);
      assertTrue(candidate.logProbability() <= last, "not in order");
      last = candidate.logProbability();
    }
  }

  @Test
  void zeroTemperatureIsCertain() {
    NextToken next = NextToken.after(MODEL, PLAIN.withTemperature(0));
    NextToken.Candidate likeliest =
        next.candidates().stream().filter(c -> c.id() != 0).findFirst().orElseThrow();
    assertEquals(1, likeliest.probability());
    assertEquals(1, next.candidates().stream().mapToDouble(c -> c.probability()).sum());
  }

  @Test
  void anUnknownTokenIsNamed() {
    assertThrows(UnknownTokenException.class, () -> NextToken.after(MODEL, PLAIN.withPrefix("CF")));
  }

  private static void assertCandidate(
      String text, int id, double logProbability, double probability, NextToken.Candidate actual) {
    assertEquals(text, actual.text());
    assertEquals(id, actual.id());
    assertEquals(logProbability, actual.logProbability(), 1e-14);
    assertEquals(probability, actual.probability(), 1e-14);
  }
}
