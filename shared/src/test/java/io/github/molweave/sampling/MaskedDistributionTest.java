package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.random.CounterNoise;
import io.github.molweave.random.Purpose;
import io.github.molweave.random.Seed;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

/** A token that the mask refuses counts as if the vocabulary did not have it. */
class MaskedDistributionTest {
  private static final SamplingOptions PLAIN = SamplingOptions.defaults();
  private static final CounterNoise NOISE = new CounterNoise(Seed.of(3), Purpose.TOKEN);

  @Property(seed = "1")
  void refusedTokensCountAsIfTheyWereNotThere(
      @ForAll @Size(min = 1, max = 30)
          List<@DoubleRange(min = -8, max = 8) @Scale(9) Double> values,
      @ForAll int refused,
      @ForAll @DoubleRange(min = 0.05, max = 20) @Scale(9) double temperature,
      @ForAll @IntRange(min = 0, max = 33) int topK,
      @ForAll @DoubleRange(min = 0.1, max = 1) @Scale(3) double topP) {
    List<Integer> allowed = allowed(values.size(), refused);
    SamplingOptions options = PLAIN.withTemperature(temperature).withTopK(topK).withTopP(topP);
    double[] fewer = new double[allowed.size() + 1];
    for (int at = 0; at < allowed.size(); at++) {
      fewer[at + 1] = values.get(allowed.get(at) - 1);
    }
    TokenDistribution small = new TokenDistribution(vocabulary(allowed.size()), options);
    small.take(fewer);
    TokenDistribution whole = new TokenDistribution(vocabulary(values.size()), options);
    whole.take(logits(values), allowed::contains);
    double[] expected = small.probabilities();
    double[] actual = whole.probabilities();
    double sum = 0;
    for (int at = 0; at < allowed.size(); at++) {
      assertEquals(expected[at + 1], actual[allowed.get(at)], 1e-12);
      sum += actual[allowed.get(at)];
    }
    assertEquals(1, sum, 1e-12);
  }

  @Property(seed = "1")
  void drawsTheHighestNoisyScoreThatIsAllowed(
      @ForAll @Size(min = 1, max = 30)
          List<@DoubleRange(min = -4, max = 4) @Scale(9) Double> values,
      @ForAll int refused,
      @ForAll @IntRange(min = 0, max = 9) int topK,
      @ForAll @IntRange(min = 0) int molecule) {
    List<Integer> allowed = allowed(values.size(), refused);
    TokenDistribution distribution =
        new TokenDistribution(vocabulary(values.size()), PLAIN.withTemperature(0.8).withTopK(topK));
    double[] logits = logits(values);
    distribution.take(logits, allowed::contains);
    int drawn = distribution.draw(NOISE, molecule, 2, 7);
    assertTrue(allowed.contains(drawn));
    distribution.take(logits, allowed::contains);
    double[] probabilities = distribution.probabilities();
    int expected = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int id : allowed) {
      double u = NOISE.uniform(molecule, 2, 7, id);
      double score = logits[id] / 0.8 - Math.log(-Math.log(u));
      if (probabilities[id] > 0 && score > highest) {
        highest = score;
        expected = id;
      }
    }
    assertEquals(expected, drawn);
  }

  @Example
  void zeroTemperatureTakesTheLikeliestThatIsAllowed() {
    TokenDistribution cold = new TokenDistribution(vocabulary(4), PLAIN.withTemperature(0));
    cold.take(new double[] {9, 1, 5, 3, 3}, id -> id != 2);
    assertEquals(3, cold.draw(NOISE, 0, 0, 0));
  }

  @Example
  void asksAboutNoMoreTokensThanItMust() {
    TokenDistribution distribution = new TokenDistribution(vocabulary(4), PLAIN);
    List<Integer> asked = new ArrayList<>();
    distribution.take(
        new double[] {9, -50, 50, -60, 0},
        id -> {
          asked.add(id);
          return id != 2;
        });
    assertEquals(4, distribution.draw(NOISE, 0, 0, 0));
    assertEquals(List.of(2, 4), asked);
  }

  @Example
  void aMaskThatAllowsNothingIsAFault() {
    for (SamplingOptions options : List.of(PLAIN, PLAIN.withTemperature(0), PLAIN.withTopP(0.5))) {
      TokenDistribution distribution = new TokenDistribution(vocabulary(2), options);
      assertThrows(
          IllegalStateException.class,
          () -> {
            distribution.take(new double[] {0, 0, 0}, id -> false);
            distribution.draw(NOISE, 0, 0, 0);
          });
    }
  }

  /** Some of 1..{@code size}, at least one: those whose bit in {@code refused} is not set. */
  private static List<Integer> allowed(int size, int refused) {
    List<Integer> ids = new ArrayList<>();
    for (int id = 1; id <= size; id++) {
      if ((refused >> id & 1) == 0 || (id == size && ids.isEmpty())) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static double[] logits(List<Double> values) {
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
}
