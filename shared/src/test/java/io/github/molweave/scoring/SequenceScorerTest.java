package io.github.molweave.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import io.github.molweave.sampling.SmallModels;
import io.github.molweave.tokens.UnknownTokenException;
import io.github.molweave.tokens.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceScorerTest {
  private static final double TOLERANCE = 1e-13;
  private static final float[] BIAS = {1, 0, 2, -1};
  private static final double ALL = Math.exp(1) + Math.exp(0) + Math.exp(2) + Math.exp(-1);

  @Test
  void eachTokenCostsItsSurprise() {
    Vocabulary vocabulary =
        new Vocabulary(List.of("<start>", "<end>", "C", "N"), 0, 1, Vocabulary.NONE);
    LanguageModel model = LanguageModel.of(SmallModels.memoryless(vocabulary, null, BIAS));
    SequenceScore score = new SequenceScorer(model).score("CNC");
    double c = Math.log(ALL) - 2;
    double n = Math.log(ALL) + 1;
    double end = Math.log(ALL);
    assertEquals("CNC", score.text());
    assertEquals(
        List.of("C", "N", "C", "<end>"), score.tokens().stream().map(ScoredToken::text).toList());
    assertEquals(List.of(2, 3, 2, 1), score.tokens().stream().map(ScoredToken::id).toList());
    double[] expected = {c, n, c, end};
    for (int at = 0; at < expected.length; at++) {
      assertEquals(expected[at], score.tokens().get(at).negativeLogLikelihood(), TOLERANCE);
    }
    assertEquals(c + n + c + end, score.negativeLogLikelihood(), TOLERANCE);
    assertEquals((c + n + c + end) / 4, score.perToken(), TOLERANCE);
  }

  @Test
  void eachTokenIsJudgedAfterThoseBeforeIt() {
    LanguageModel model = LanguageModel.of(SmallModels.withEnd(4, "C", "N", "O"));
    int[] fed = {0, 2, 4, 3};
    int[] next = {2, 4, 3, 1};
    Streams state = model.streams(1);
    double[] logits = new double[5];
    SequenceScore score = new SequenceScorer(model).score("CON");
    for (int step = 0; step < fed.length; step++) {
      state.step(new int[] {fed[step]}, 1, logits);
      double all = 0;
      for (double logit : logits) {
        all += Math.exp(logit);
      }
      assertEquals(
          Math.log(all) - logits[next[step]],
          score.tokens().get(step).negativeLogLikelihood(),
          TOLERANCE);
    }
  }

  @Test
  void theEmptyTextIsEndAlone() {
    Vocabulary vocabulary =
        new Vocabulary(List.of("<start>", "<end>", "C", "N"), 0, 1, Vocabulary.NONE);
    LanguageModel model = LanguageModel.of(SmallModels.memoryless(vocabulary, null, BIAS));
    SequenceScore score = new SequenceScorer(model).score("");
    assertEquals(1, score.tokens().size());
    assertEquals(Math.log(ALL), score.negativeLogLikelihood(), TOLERANCE);
  }

  @Test
  void aModelWithoutEndScoresTheTextOnly() {
    Vocabulary vocabulary =
        new Vocabulary(List.of("<start>", "F", "C", "N"), 0, Vocabulary.NONE, Vocabulary.NONE);
    LanguageModel model =
        LanguageModel.of(SmallModels.memoryless(vocabulary, new LengthRange(1, 9), BIAS));
    SequenceScorer scorer = new SequenceScorer(model);
    assertEquals(2 * (Math.log(ALL) - 2), scorer.score("CC").negativeLogLikelihood(), TOLERANCE);
    assertEquals(0, scorer.score("").negativeLogLikelihood());
    assertEquals(0, scorer.score("").perToken());
  }

  @Test
  void anUnknownTokenIsNamed() {
    LanguageModel model = LanguageModel.of(SmallModels.withEnd(4, "C", "N", "O"));
    SequenceScorer scorer = new SequenceScorer(model);
    String message =
        assertThrows(UnknownTokenException.class, () -> scorer.score("COP")).getMessage();
    assertTrue(message.contains("'P'"), message);
  }
}
