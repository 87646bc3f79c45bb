package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Enumeration.Outcome;
import io.github.molweave.smiles.Validity;
import io.github.molweave.tokens.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Invalid samples are drawn again, and what stays follows the model's distribution all the same.
 */
class RejectTest {
  private static final SamplingOptions REJECT =
      SamplingOptions.defaults().withAttempts(SamplingOptions.MOST_ATTEMPTS);
  private static final SamplingOptions OFF = REJECT.withValidity(ValidityMode.OFF);
  private static final LanguageModel MODEL =
      LanguageModel.of(SmallModels.withEnd(4, "C", "N", "O", "="));
  private static final LanguageModel HOPELESS =
      LanguageModel.of(
          SmallModels.memoryless(
              new Vocabulary(List.of("<start>", "<end>", "C", "="), 0, 1, Vocabulary.NONE),
              null,
              0,
              1,
              -60,
              1));

  @Test
  void writesEachMoleculeAsOftenAsTheModelDoesAmongTheValidOnes() {
    for (SamplingOptions options :
        List.of(
            REJECT.withMaxLength(4),
            REJECT.withMaxLength(4).withTemperature(0.7).withTopK(4).withSeed(Seed.of(3)))) {
      Map<Outcome, Double> given = valid(options);
      Sampler sampler = new Sampler(MODEL, options);
      Map<Outcome, Integer> counts = new HashMap<>();
      for (int index = 0; index < 20_000; index++) {
        Sample sample = sampler.sample(index);
        counts.merge(new Outcome(sample.text(), sample.stop()), 1, Integer::sum);
      }
      double share = given.values().stream().mapToDouble(p -> p).sum();
      given.replaceAll((outcome, probability) -> probability / share);
      ChiSquare.assertFits(counts, given);
    }
  }

  @Test
  void countsWhatItThrewAway() {
    SamplingOptions options = REJECT.withMaxLength(4);
    double share = valid(options).values().stream().mapToDouble(p -> p).sum();
    int most = 30;
    Map<Integer, Double> geometric = new HashMap<>();
    for (int redraws = 0; redraws < most; redraws++) {
      geometric.put(redraws, Math.pow(1 - share, redraws) * share);
    }
    geometric.put(most, Math.pow(1 - share, most));
    Sampler sampler = new Sampler(MODEL, options);
    Map<Integer, Integer> counts = new HashMap<>();
    for (int index = 0; index < 20_000; index++) {
      counts.merge(Math.min(most, sampler.sample(index).redraws()), 1, Integer::sum);
    }
    ChiSquare.assertFits(counts, geometric);
  }

  @Test
  void leavesAValidMoleculeAsItWasDrawn() {
    Sampler off = new Sampler(MODEL, OFF);
    Sampler reject = new Sampler(MODEL, REJECT);
    int same = 0;
    for (int index = 0; index < 200; index++) {
      Sample raw = off.sample(index);
      assertEquals(0, raw.redraws());
      if (raw.isValid()) {
        assertEquals(raw, reject.sample(index));
        same++;
      } else {
        assertTrue(reject.sample(index).redraws() > 0);
        assertTrue(reject.sample(index).isValid());
      }
    }
    assertTrue(same > 20 && same < 180, same + " valid ones show nothing");
  }

  @Test
  void afterTheLastAttemptTheInvalidTextStandsWithItsReason() {
    Sample sample = new Sampler(HOPELESS, REJECT.withAttempts(3)).sample(0);
    assertEquals(2, sample.redraws());
    assertFalse(sample.isValid());
    assertInstanceOf(Validity.Invalid.class, sample.validity());
    assertEquals(0, new Sampler(HOPELESS, REJECT.withAttempts(1)).sample(0).redraws());
  }

  @Test
  void aMoleculeBeginsAgainFromThePrefix() {
    Sampler sampler = new Sampler(HOPELESS, REJECT.withPrefix("C").withAttempts(4));
    ContinuousBatch batch = new ContinuousBatch(sampler, 1);
    batch.add(0);
    while (batch.advance() == 0) {
      String text = batch.molecule(0).text();
      assertTrue(text.startsWith("C"), text);
    }
    assertTrue(batch.takeFinished().get(0).redraws() > 0, "choose another molecule");
  }

  @Test
  void stepRecordsAreThoseOfTheAttemptThatStands() {
    Sampler sampler = new Sampler(MODEL, REJECT.withDetail(StepDetail.TOKENS));
    for (int index = 0; index < 100; index++) {
      Sample sample = sampler.sample(index);
      StringBuilder text = new StringBuilder();
      double sum = 0;
      for (SampledToken token : sample.tokens()) {
        text.append(token.id() == 1 ? "" : token.text());
        sum += token.logProbability();
      }
      assertEquals(sample.text(), text.toString());
      assertEquals(sum, sample.logProbability());
    }
  }

  private static Map<Outcome, Double> valid(SamplingOptions options) {
    Map<Outcome, Double> outcomes =
        Enumeration.of(MODEL, options.temperature(), options.topK(), options.maxLength());
    outcomes.keySet().removeIf(outcome -> !isChain(outcome.text()));
    return outcomes;
  }

  /** Whether {@code text}, of C, N, O and =, is a chain in which no atom has too many bonds. */
  private static boolean isChain(String text) {
    if (!text.matches("[CNO](=?[CNO])*")) {
      return false;
    }
    String atoms = text.replace("=", "");
    int[] bonds = new int[atoms.length()];
    int atom = 0;
    for (int at = 1; at < text.length(); at++) {
      boolean isDouble = text.charAt(at) == '=';
      at += isDouble ? 1 : 0;
      bonds[atom] += isDouble ? 2 : 1;
      bonds[++atom] += isDouble ? 2 : 1;
    }
    for (int i = 0; i < bonds.length; i++) {
      if (bonds[i] > "ONC".indexOf(atoms.charAt(i)) + 2) {
        return false;
      }
    }
    return true;
  }
}
