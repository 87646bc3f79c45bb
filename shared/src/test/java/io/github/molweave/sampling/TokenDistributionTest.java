package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.molweave.numeric.PortableMath;
import io.github.molweave.random.CounterNoise;
import io.github.molweave.random.Purpose;
import io.github.molweave.random.Seed;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class TokenDistributionTest {
  private static final SamplingOptions PLAIN = SamplingOptions.defaults();
  private static final CounterNoise NOISE = new CounterNoise(Seed.of(3), Purpose.TOKEN);

  /** Four tokens that may be drawn, ids 1..4, behind START. */
  private static final Vocabulary FOUR =
      new Vocabulary(List.of("<start>", "<end>", "C", "N", "O"), 0, 1, Vocabulary.NONE);

  @Property(seed = "1")
  void agreesWithTheSortedDefinition(
      @ForAll @Size(min = 1, max = 40)
          List<@DoubleRange(min = -8, max = 8) @Scale(9) Double> values,
      @ForAll @DoubleRange(min = 0.05, max = 20) @Scale(9) double temperature,
      @ForAll @IntRange(min = 0, max = 45) int topK,
      @ForAll @DoubleRange(min = 0.001, max = 1) @Scale(9) double topP) {
    double[] logits = withStart(values);
    SamplingOptions options = PLAIN.withTemperature(temperature).withTopK(topK).withTopP(topP);
    assertArrayEquals(
        sortedDefinition(logits, temperature, topK, topP),
        probabilities(vocabulary(values.size()), options, logits),
        1e-12);
  }

  /** What is left out for speed must not decide: every candidate's noise worked out. */
  @Property(tries = 300, seed = "2")
  void drawsTheTokenThatIsHighestWithItsNoise(
      @ForAll @Size(min = 2, max = 70)
          List<@DoubleRange(min = -8, max = 8) @Scale(9) Double> values,
      @ForAll @DoubleRange(min = 0.05, max = 20) @Scale(9) double temperature,
      @ForAll @IntRange(min = 0, max = 9) int topK) {
    double[] logits = withStart(values);
    TokenDistribution distribution =
        new TokenDistribution(
            vocabulary(values.size()), PLAIN.withTemperature(temperature).withTopK(topK));
    distribution.take(logits);
    double[] allowed = distribution.probabilities();
    for (int step = 0; step < 200; step++) {
      int highest = 0;
      double most = Double.NEGATIVE_INFINITY;
      for (int id = 1; id < logits.length; id++) {
        double u = NOISE.uniform(5, 0, step, id);
        double score = logits[id] / temperature - PortableMath.log(-PortableMath.log(u));
        if (allowed[id] > 0 && score > most) {
          most = score;
          highest = id;
        }
      }
      distribution.take(logits);
      assertEquals(highest, distribution.draw(NOISE, 5, 0, step));
    }
  }

  @Example
  void temperatureAndTopKComeBeforeTopP() {
    double[] logits = {9, Math.log(0.6), Math.log(0.2), Math.log(0.15), Math.log(0.05)};
    // Alone, p = 0.7 needs two tokens; at a high temperature all are alike and it needs three.
    assertArrayEquals(
        new double[] {0, 0.75, 0.25, 0, 0}, probabilities(PLAIN.withTopP(0.7), logits), 1e-12);
    double[] warm = probabilities(PLAIN.withTopP(0.7).withTemperature(1000), logits);
    assertArrayEquals(new double[] {0, 1 / 3.0, 1 / 3.0, 1 / 3.0, 0}, warm, 1e-3);
    // Of the two that top-k leaves, the first has 0.75 of the probability.
    assertArrayEquals(
        new double[] {0, 1, 0, 0, 0}, probabilities(PLAIN.withTopK(2).withTopP(0.7), logits));
  }

  @Example
  void theTokenThatReachesTopPStays() {
    double[] logits = {0, Math.log(0.5), Math.log(0.3), Math.log(0.15), Math.log(0.05)};
    assertEquals(1, kept(PLAIN.withTopP(1e-9), logits));
    assertEquals(1, kept(PLAIN.withTopP(0.49), logits));
    assertEquals(2, kept(PLAIN.withTopP(0.51), logits));
    assertEquals(3, kept(PLAIN.withTopP(0.81), logits));
    assertEquals(4, kept(PLAIN.withTopP(0.96), logits));
  }

  @Example
  void equalTokensAreKeptFromTheLowestIdOn() {
    double[] equal = {2, 2, 2, 2, 2};
    assertArrayEquals(
        new double[] {0, 0.5, 0.5, 0, 0}, probabilities(PLAIN.withTopK(2), equal), 1e-15);
    assertArrayEquals(
        new double[] {0, 0.5, 0.5, 0, 0}, probabilities(PLAIN.withTopP(0.4), equal), 1e-15);
    assertArrayEquals(new double[] {0, 1, 0, 0, 0}, probabilities(PLAIN.withTemperature(0), equal));
    assertArrayEquals(new double[] {0, 0.25, 0.25, 0.25, 0.25}, probabilities(PLAIN, equal), 1e-15);
  }

  @Example
  void zeroTemperatureKeepsTheLikeliestWhateverElseIsAsked() {
    double[] logits = {9, 1, 3, 3, 2};
    for (double topP : new double[] {0.001, 0.5, 1}) {
      for (int topK : new int[] {0, 1, 3}) {
        assertArrayEquals(
            new double[] {0, 0, 1, 0, 0},
            probabilities(PLAIN.withTemperature(0).withTopK(topK).withTopP(topP), logits));
      }
    }
  }

  @Example
  void extremeTemperaturesApproachTheirLimits() {
    double[] logits = {0, 1, 2, 3, 2.5};
    assertArrayEquals(
        new double[] {0, 0, 0, 1, 0}, probabilities(PLAIN.withTemperature(0.01), logits), 1e-20);
    assertArrayEquals(
        new double[] {0, 0.25, 0.25, 0.25, 0.25},
        probabilities(PLAIN.withTemperature(1000), logits),
        3e-4);
  }

  @Example
  void hugeLogitsGiveNoNaN() {
    double most = Float.MAX_VALUE;
    double[] logits = {0, most, -most, most * 0.999, most};
    SamplingOptions cold = PLAIN.withTemperature(0.01);
    assertArrayEquals(new double[] {0, 0.5, 0, 0, 0.5}, probabilities(cold, logits), 1e-15);
    assertArrayEquals(
        new double[] {0, 1, 0, 0, 0}, probabilities(cold.withTopP(0.3), logits), 1e-15);
    assertArrayEquals(
        new double[] {0, 0.5, 0, 0, 0.5}, probabilities(cold.withTopP(0.7), logits), 1e-15);
    TokenDistribution distribution = new TokenDistribution(FOUR, cold);
    distribution.take(logits);
    int first = distribution.draw(NOISE, 0, 0, 0);
    assertEquals(1, first, "noise is too small to see beside such logits, so the lowest id wins");
  }

  @Example
  void startAndMaskAreNeverDrawnButEndIs() {
    Vocabulary vocabulary = new Vocabulary(List.of("<end>", "C", "<start>", "<mask>"), 2, 0, 3);
    double[] logits = {1, 1, 50, 60};
    assertArrayEquals(
        new double[] {0.5, 0.5, 0, 0}, probabilities(vocabulary, PLAIN, logits), 1e-15);
    assertArrayEquals(
        new double[] {1, 0, 0, 0}, probabilities(vocabulary, PLAIN.withTemperature(0), logits));
  }

  @Example
  void aStartThatIsAlsoEndMayBeDrawn() {
    Vocabulary vocabulary = new Vocabulary(List.of("$", "C"), 0, 0, Vocabulary.NONE);
    assertArrayEquals(
        new double[] {0.5, 0.5}, probabilities(vocabulary, PLAIN, new double[] {4, 4}), 1e-15);
  }

  @Example
  void aVocabularyWithNothingToDrawIsRefused() {
    Vocabulary startOnly = new Vocabulary(List.of("<start>"), 0, Vocabulary.NONE, Vocabulary.NONE);
    assertThrows(IllegalArgumentException.class, () -> new TokenDistribution(startOnly, PLAIN));
  }

  @Property(seed = "1")
  void drawsTheHighestNoisyScore(
      @ForAll @Size(min = 2, max = 40)
          List<@DoubleRange(min = -4, max = 4) @Scale(9) Double> values,
      @ForAll @DoubleRange(min = 0.1, max = 20) @Scale(9) double temperature,
      @ForAll @IntRange(min = 0, max = 5) int topK,
      @ForAll @IntRange(min = 0) int molecule,
      @ForAll @IntRange(min = 0, max = 9) int attempt,
      @ForAll @IntRange(min = 0, max = 200) int step) {
    double[] logits = withStart(values);
    TokenDistribution distribution =
        new TokenDistribution(
            vocabulary(values.size()), PLAIN.withTemperature(temperature).withTopK(topK));
    distribution.take(logits);
    double[] probabilities = distribution.probabilities();
    int expected = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int id = 1; id < logits.length; id++) {
      double u = NOISE.uniform(molecule, attempt, step, id);
      double score = logits[id] / temperature - Math.log(-Math.log(u));
      if (probabilities[id] > 0 && score > highest) {
        highest = score;
        expected = id;
      }
    }
    assertEquals(expected, distribution.draw(NOISE, molecule, attempt, step));
  }

  @Example
  void drawsAsOftenAsTheProbabilitiesSay() {
    double[] logits = {5, 0.3, 1.7, -2, 1.1};
    List<SamplingOptions> cases =
        List.of(
            PLAIN,
            PLAIN.withTemperature(0.5),
            PLAIN.withTemperature(3),
            PLAIN.withTopK(2),
            PLAIN.withTopP(0.8).withTemperature(2));
    for (SamplingOptions options : cases) {
      TokenDistribution distribution = new TokenDistribution(FOUR, options);
      distribution.take(logits);
      Map<Integer, Integer> counts = new HashMap<>();
      for (int molecule = 0; molecule < 30_000; molecule++) {
        counts.merge(distribution.draw(NOISE, molecule, 0, 4), 1, Integer::sum);
      }
      Map<Integer, Double> expected = new HashMap<>();
      double[] probabilities =
          sortedDefinition(logits, options.temperature(), options.topK(), options.topP());
      for (int id = 0; id < probabilities.length; id++) {
        expected.put(id, probabilities[id]);
      }
      ChiSquare.assertFits(counts, expected);
    }
  }

  /** Temperature, top-k, top-p, each as a textbook says it, over ids 1 and above. */
  private static double[] sortedDefinition(
      double[] logits, double temperature, int topK, double topP) {
    List<Integer> order = new ArrayList<>();
    for (int id = 1; id < logits.length; id++) {
      order.add(id);
    }
    order.sort((a, b) -> Double.compare(logits[b], logits[a]));
    if (topK > 0 && topK < order.size()) {
      order = order.subList(0, topK);
    }
    double total = 0;
    for (int id : order) {
      total += Math.exp(logits[id] / temperature);
    }
    List<Integer> nucleus = new ArrayList<>();
    double mass = 0;
    for (int id : order) {
      if (mass / total < topP) {
        nucleus.add(id);
        mass += Math.exp(logits[id] / temperature);
      }
    }
    double[] probabilities = new double[logits.length];
    for (int id : nucleus) {
      probabilities[id] = Math.exp(logits[id] / temperature) / mass;
    }
    return probabilities;
  }

  private static double[] withStart(List<Double> values) {
    double[] logits = new double[values.size() + 1];
    for (int at = 0; at < values.size(); at++) {
      logits[at + 1] = values.get(at);
    }
    return logits;
  }

  private static Vocabulary vocabulary(int text) {
    List<String> tokens = new ArrayList<>(List.of("<start>"));
    for (int at = 0; at < text; at++) {
      tokens.add("t" + at);
    }
    return new Vocabulary(tokens, 0, Vocabulary.NONE, Vocabulary.NONE);
  }

  private static int kept(SamplingOptions options, double[] logits) {
    int kept = 0;
    for (double probability : probabilities(options, logits)) {
      kept += probability > 0 ? 1 : 0;
    }
    return kept;
  }

  private static double[] probabilities(SamplingOptions options, double[] logits) {
    return probabilities(FOUR, options, logits);
  }

  private static double[] probabilities(
      Vocabulary vocabulary, SamplingOptions options, double[] logits) {
    TokenDistribution distribution = new TokenDistribution(vocabulary, options);
    distribution.take(logits);
    return distribution.probabilities();
  }
}
