package io.github.molweave.e2e.bench;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A fixed sequence of tokens for each of some streams, and what our engine makes of it: the ground
 * on which a peer is believed to run the same network.
 *
 * @param tokens [steps][streams]
 * @param logits [steps * streams * V], ours
 */
record Probe(List<List<Integer>> tokens, double[] logits) {
  private static final int STEPS = 20;

  /** The same tokens at every call. */
  static Probe of(ModelFile model, int streams) {
    LanguageModel engine = LanguageModel.of(model);
    int size = engine.vocabulary().size();
    Random random = new Random(streams);
    Streams memory = engine.streams(streams);
    int[] fed = new int[streams];
    double[] now = new double[streams * size];
    double[] logits = new double[STEPS * now.length];
    List<List<Integer>> tokens = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      for (int stream = 0; stream < streams; stream++) {
        fed[stream] = step == 0 ? engine.vocabulary().start() : random.nextInt(size);
      }
      memory.step(fed, streams, now);
      System.arraycopy(now, 0, logits, step * now.length, now.length);
      tokens.add(Arrays.stream(fed).boxed().toList());
    }
    return new Probe(List.copyOf(tokens), logits);
  }

  /**
   * The largest difference between {@code theirs} and ours, in standard deviations of ours;
   * infinite when there are not as many, or one is not a number.
   */
  double distance(double[] theirs) {
    if (theirs.length != logits.length) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (int i = 0; i < logits.length; i++) {
      sum += logits[i];
      squares += logits[i] * logits[i];
      double apart = Math.abs(logits[i] - theirs[i]);
      if (Double.isNaN(apart)) {
        return Double.POSITIVE_INFINITY;
      }
      largest = Math.max(largest, apart);
    }
    double mean = sum / logits.length;
    return largest / Math.sqrt(squares / logits.length - mean * mean);
  }
}
