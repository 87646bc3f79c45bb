package io.github.molweave.trainer.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * What a network says after 1,000 prefixes in its own framework; the scripts beside the files
 * describe them.
 *
 * @param ids what is fed, [sequences][steps]
 * @param logProbabilities [sequences][steps][V]
 */
record GoldenSteps(int[][] ids, double[][][] logProbabilities) {

  static Path file(String name) {
    try {
      return Path.of(GoldenSteps.class.getResource(name).toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static GoldenSteps of(String name) throws IOException {
    ByteBuffer bytes;
    try (InputStream in = GoldenSteps.class.getResourceAsStream(name)) {
      bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
    int sequences = bytes.getInt();
    int steps = bytes.getInt();
    int tokens = bytes.getInt();
    int[][] ids = new int[sequences][steps];
    for (int[] sequence : ids) {
      for (int step = 0; step < steps; step++) {
        sequence[step] = bytes.get() & 0xff;
      }
    }
    double[][][] log = new double[sequences][steps][tokens];
    for (double[][] sequence : log) {
      for (double[] step : sequence) {
        for (int token = 0; token < tokens; token++) {
          step[token] = bytes.getShort() / 1000.0;
        }
      }
    }
    return new GoldenSteps(ids, log);
  }

  /**
   * Holds the engine's own log-probabilities to these: the likeliest token the same in 99 % of
   * 1,000 steps, the mean absolute difference below 0.02.
   *
   * @param kept the source's ids of the model's tokens; what the source gives to others is shared
   *     out among these
   */
  void assertAgree(ModelFile model, int... kept) {
    LanguageModel runs = LanguageModel.of(model);
    int[] ours = new int[logProbabilities[0][0].length];
    for (int id = 0; id < kept.length; id++) {
      ours[kept[id]] = id;
    }
    assertEquals(kept.length, model.vocabulary().size());
    int compared = 0;
    int same = 0;
    double difference = 0;
    for (int sequence = 0; sequence < ids.length; sequence++) {
      Streams streams = runs.streams(1);
      double[] logits = new double[kept.length];
      for (int step = 0; step < ids[sequence].length; step++) {
        streams.step(new int[] {ours[ids[sequence][step]]}, 1, logits);
        double[] want = new double[kept.length];
        for (int id = 0; id < kept.length; id++) {
          want[id] = logProbabilities[sequence][step][kept[id]];
        }
        normalise(want);
        normalise(logits);
        same += likeliest(want) == likeliest(logits) ? 1 : 0;
        for (int id = 0; id < kept.length; id++) {
          difference += Math.abs(want[id] - logits[id]) / kept.length;
        }
        compared++;
      }
    }
    assertEquals(1000, compared);
    assertTrue(same >= 990, "the likeliest token is the same in " + same + " of 1000 steps");
    assertTrue(difference / compared < 0.02, "mean difference " + difference / compared);
  }

  private static void normalise(double[] scores) {
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score);
    }
    for (int id = 0; id < scores.length; id++) {
      scores[id] -= Math.log(sum);
    }
  }

  private static int likeliest(double[] scores) {
    int best = 0;
    for (int id = 1; id < scores.length; id++) {
      best = scores[id] > scores[best] ? id : best;
    }
    return best;
  }
}
