package io.github.molweave.sampling;

import io.github.molweave.network.HiddenState;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every molecule that a small model can write, with its exact probability: the oracle of the
 * sampler's tests. Shares only the network with what it checks.
 */
final class Enumeration {
  /** What a molecule looks like from outside. */
  record Outcome(String text, StopReason stop) {}

  private final LanguageModel model;
  private final Vocabulary vocabulary;
  private final double temperature;
  private final int topK;
  private final int maxLength;
  private final Map<Outcome, Double> probabilities = new HashMap<>();

  private Enumeration(LanguageModel model, double temperature, int topK, int maxLength) {
    this.model = model;
    this.vocabulary = model.vocabulary();
    this.temperature = temperature;
    this.topK = topK;
    this.maxLength = maxLength;
  }

  /** All molecules of a model whose START is 0 and whose END is 1. */
  static Map<Outcome, Double> of(LanguageModel model, double temperature, int topK, int maxLength) {
    Enumeration enumeration = new Enumeration(model, temperature, topK, maxLength);
    enumeration.grow(model.streams(1).save(0), 0, "", 0, 1);
    return enumeration.probabilities;
  }

  private void grow(HiddenState state, int fed, String text, int length, double probability) {
    double[] logits = new double[vocabulary.size()];
    Streams streams = model.streams(1);
    streams.restore(0, state);
    streams.step(new int[] {fed}, 1, logits);
    HiddenState next = streams.save(0);
    List<Integer> order = new ArrayList<>();
    for (int id = 1; id < logits.length; id++) {
      order.add(id);
    }
    order.sort((a, b) -> Double.compare(logits[b], logits[a]));
    List<Integer> kept = topK == 0 ? order : order.subList(0, topK);
    double total = 0;
    for (int id : kept) {
      total += Math.exp(logits[id] / temperature);
    }
    for (int id : kept) {
      double share = probability * Math.exp(logits[id] / temperature) / total;
      if (id == 1) {
        probabilities.merge(new Outcome(text, StopReason.END_TOKEN), share, Double::sum);
      } else if (length == maxLength) {
        probabilities.merge(new Outcome(text, StopReason.LENGTH_LIMIT), share, Double::sum);
      } else {
        grow(next, id, text + vocabulary.token(id), length + 1, share);
      }
    }
  }
}
