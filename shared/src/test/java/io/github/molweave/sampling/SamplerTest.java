package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Enumeration.Outcome;
import io.github.molweave.scoring.SequenceScorer;
import io.github.molweave.tokens.UnknownTokenException;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private static final SamplingOptions PLAIN =
      SamplingOptions.defaults().withValidity(ValidityMode.OFF);
  private static final LanguageModel MODEL =
      LanguageModel.of(SmallModels.withEnd(4, "C", "N", "O", "="));

  @Test
  void writesEachMoleculeAsOftenAsItsProbabilitySays() {
    List<SamplingOptions> cases =
        List.of(
            PLAIN.withMaxLength(3),
            PLAIN.withMaxLength(4).withTemperature(0.7).withSeed(Seed.of(21)),
            PLAIN.withMaxLength(3).withTemperature(2.5),
            PLAIN.withMaxLength(4).withTopK(2));
    for (SamplingOptions options : cases) {
      Sampler sampler = new Sampler(MODEL, options);
      Map<Outcome, Integer> counts = new HashMap<>();
      for (int index = 0; index < 20_000; index++) {
        Sample sample = sampler.sample(index);
        counts.merge(new Outcome(sample.text(), sample.stop()), 1, Integer::sum);
      }
      ChiSquare.assertFits(
          counts,
          Enumeration.of(MODEL, options.temperature(), options.topK(), options.maxLength()));
    }
  }

  @Test
  void zeroTemperatureWritesTheLikeliestTokenEachTime() {
    SamplingOptions cold = PLAIN.withTemperature(0).withMaxLength(12);
    Sample expected = new Sampler(MODEL, cold).sample(0);
    Map<Outcome, Double> greedy = Enumeration.of(MODEL, 1, 1, 12);
    assertEquals(Set.of(new Outcome(expected.text(), expected.stop())), greedy.keySet());
    for (int index = 1; index < 20; index++) {
      Sample other = new Sampler(MODEL, cold.withSeed(Seed.of(index))).sample(index);
      assertEquals(expected.text(), other.text());
    }
  }

  @Test
  void sameSeedGivesTheSameSamplesAndAnotherSeedOthers() {
    SamplingOptions options = PLAIN.withSeed(Seed.of(5)).withDetail(StepDetail.RUNNERS_UP);
    assertEquals(samples(options), samples(options));
    List<String> other = texts(PLAIN.withSeed(Seed.of(6)));
    assertNotEquals(texts(options), other);
  }

  @Test
  void seedsAtTheEndsOfTheirRangeAreAllDifferent() {
    double[] seeds = {0, 1, 2147483647.0, 2147483648.0, 4294967295.0, 4294967296.0, Seed.MAX};
    Set<List<String>> runs = new HashSet<>();
    for (double seed : seeds) {
      runs.add(texts(PLAIN.withSeed(Seed.of(seed))));
    }
    assertEquals(seeds.length, runs.size());
  }

  @Test
  void aMoleculeDependsOnItsIndexAndNotOnTheRest() {
    List<Sample> run = samples(PLAIN);
    assertEquals(run.get(7), new Sampler(MODEL, PLAIN).sample(7));
    Sampler backwards = new Sampler(MODEL, PLAIN);
    for (int index = run.size() - 1; index >= 0; index--) {
      assertEquals(run.get(index), backwards.sample(index));
    }
    assertTrue(new HashSet<>(texts(PLAIN)).size() > 10, "all molecules are alike");
  }

  @Test
  void theLastIndexWorksAndNegativeOnesAreRefused() {
    Sampler sampler = new Sampler(MODEL, PLAIN);
    assertEquals(Integer.MAX_VALUE, sampler.sample(Integer.MAX_VALUE).index());
    assertThrows(IllegalArgumentException.class, () -> sampler.sample(-1));
  }

  @Test
  void aForkKeepsItsLuck() {
    SamplingOptions options = PLAIN.withDetail(StepDetail.TOKENS);
    for (Sample whole : samples(options)) {
      for (int length = 0; length <= whole.text().length(); length++) {
        String prefix = whole.text().substring(0, length);
        Sampler fork = new Sampler(MODEL, options.withPrefix(prefix));
        assertEquals(whole, fork.sample(whole.index()));
      }
    }
  }

  @Test
  void luckIsTheSameAtEveryTemperature() {
    Vocabulary vocabulary =
        new Vocabulary(List.of("<start>", "<end>", "C", "N", "O"), 0, 1, Vocabulary.NONE);
    LanguageModel level = LanguageModel.of(SmallModels.memoryless(vocabulary, null, 0, 0, 0, 0, 0));
    for (int index = 0; index < 50; index++) {
      String cold = new Sampler(level, PLAIN.withTemperature(0.01)).sample(index).text();
      String hot = new Sampler(level, PLAIN.withTemperature(1000)).sample(index).text();
      assertEquals(cold, hot);
    }
  }

  @Test
  void logProbabilityIsTheScoreNegatedWhateverTheOptions() {
    SamplingOptions cut = PLAIN.withTemperature(1.6).withTopK(4).withTopP(0.95);
    SequenceScorer scorer = new SequenceScorer(MODEL);
    int ended = 0;
    for (SamplingOptions options : List.of(PLAIN, cut)) {
      for (Sample sample : samples(options.withDetail(StepDetail.TOKENS))) {
        double sum = 0;
        for (SampledToken token : sample.tokens()) {
          sum += token.logProbability();
        }
        assertEquals(sum, sample.logProbability());
        if (sample.stop() == StopReason.END_TOKEN) {
          double score = scorer.score(sample.text()).negativeLogLikelihood();
          assertEquals(-score, sample.logProbability());
          ended++;
        }
      }
    }
    assertTrue(ended > 20, "too few molecules ended");
  }

  @Test
  void prefixTokensCountInTheLogProbability() {
    Sample sample = new Sampler(MODEL, PLAIN.withPrefix("CNO=")).sample(3);
    assertEquals(StopReason.END_TOKEN, sample.stop());
    assertEquals(
        -new SequenceScorer(MODEL).score(sample.text()).negativeLogLikelihood(),
        sample.logProbability());
  }

  @Test
  void stopsAtTheMaximumLength() {
    Set<StopReason> seen = new HashSet<>();
    for (Sample sample : samples(PLAIN.withMaxLength(5).withDetail(StepDetail.TOKENS))) {
      assertTrue(sample.text().length() <= 5);
      seen.add(sample.stop());
      if (sample.stop() == StopReason.LENGTH_LIMIT) {
        assertEquals(5, sample.text().length());
        assertEquals(5, sample.tokens().size());
      } else {
        assertEquals(sample.text().length() + 1, sample.tokens().size());
        assertEquals("<end>", sample.tokens().get(sample.text().length()).text());
      }
    }
    assertEquals(Set.of(StopReason.LENGTH_LIMIT, StopReason.END_TOKEN), seen);
  }

  @Test
  void longMoleculesOutgrowNothing() {
    Vocabulary vocabulary = new Vocabulary(List.of("<start>", "<end>", "C"), 0, 1, Vocabulary.NONE);
    LanguageModel endless = LanguageModel.of(SmallModels.memoryless(vocabulary, null, 0, -60, 60));
    Sample sample = new Sampler(endless, PLAIN.withMaxLength(10_000)).sample(0);
    assertEquals("C".repeat(10_000), sample.text());
    assertEquals(StopReason.LENGTH_LIMIT, sample.stop());
  }

  @Test
  void aPrefixMayFillTheMaximumLengthButNotExceedIt() {
    SamplingOptions four = PLAIN.withMaxLength(4);
    assertEquals("CCCC", new Sampler(MODEL, four.withPrefix("CCCC")).sample(0).text());
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new Sampler(MODEL, four.withPrefix("CCCCC")));
    assertEquals("prefix has 5 tokens, more than the maximum length of 4", refusal.getMessage());
  }

  @Test
  void anUnknownTokenInThePrefixIsNamed() {
    UnknownTokenException refusal =
        assertThrows(
            UnknownTokenException.class, () -> new Sampler(MODEL, PLAIN.withPrefix("CCP")));
    assertTrue(refusal.getMessage().contains("'P'"), refusal.getMessage());
  }

  @Test
  void canBeStoppedAfterAnyToken() {
    Sampler sampler = new Sampler(MODEL, PLAIN.withDetail(StepDetail.TOKENS));
    Sample whole = sampler.sample(0);
    assertTrue(whole.text().length() > 3, "choose another molecule: " + whole.text());
    ContinuousBatch batch = new ContinuousBatch(sampler, 1);
    batch.add(0);
    for (int length = 0; length <= 3; length++) {
      MoleculeDraw draw = batch.molecule(0);
      Sample part = draw.finish();
      assertEquals(StopReason.CANCELLED, part.stop());
      assertEquals(whole.text().substring(0, length), part.text());
      assertEquals(whole.tokens().subList(0, length), part.tokens());
      assertEquals(length, draw.length());
      assertFalse(draw.isFinished());
      assertEquals(0, batch.advance());
    }
    while (batch.advance() == 0) {
      // One token a time.
    }
    assertEquals(0, batch.active());
    assertEquals(List.of(whole), batch.takeFinished());
  }

  @Test
  void stepRecordsAreMadeOnRequestAndChangeNothing() {
    List<String> texts = texts(PLAIN);
    assertEquals(texts, texts(PLAIN.withDetail(StepDetail.TOKENS)));
    assertEquals(texts, texts(PLAIN.withDetail(StepDetail.RUNNERS_UP)));
    for (Sample sample : samples(PLAIN)) {
      assertEquals(List.of(), sample.tokens());
    }
    for (Sample sample : samples(PLAIN.withDetail(StepDetail.TOKENS))) {
      for (SampledToken token : sample.tokens()) {
        assertEquals(List.of(), token.runnersUp());
      }
    }
  }

  @Test
  void runnersUpAreTheLikeliestOthersOfTheirStep() {
    SamplingOptions options = PLAIN.withDetail(StepDetail.RUNNERS_UP).withPrefix("C");
    for (Sample sample : samples(options).subList(0, 10)) {
      String before = "";
      for (SampledToken token : sample.tokens()) {
        List<RunnerUp> others = new ArrayList<>();
        for (NextToken.Candidate candidate :
            NextToken.after(MODEL, PLAIN.withPrefix(before)).candidates()) {
          if (candidate.id() == token.id()) {
            assertEquals(candidate.logProbability(), token.logProbability());
          } else if (candidate.id() != 0) {
            others.add(new RunnerUp(candidate.text(), candidate.id(), candidate.logProbability()));
          }
        }
        assertEquals(others, token.runnersUp());
        before += token.text();
      }
    }
  }

  @Test
  void runnersUpAreFiveAtMost() {
    LanguageModel wide =
        LanguageModel.of(SmallModels.withEnd(4, "C", "N", "O", "=", "(", ")", "1", "#"));
    Sample sample =
        new Sampler(wide, PLAIN.withDetail(StepDetail.RUNNERS_UP).withPrefix("C")).sample(0);
    assertEquals(5, sample.tokens().get(0).runnersUp().size());
  }

  private static List<Sample> samples(SamplingOptions options) {
    Sampler sampler = new Sampler(MODEL, options);
    List<Sample> samples = new ArrayList<>();
    for (int index = 0; index < 30; index++) {
      samples.add(sampler.sample(index));
    }
    return samples;
  }

  private static List<String> texts(SamplingOptions options) {
    return samples(options).stream().map(Sample::text).toList();
  }
}
