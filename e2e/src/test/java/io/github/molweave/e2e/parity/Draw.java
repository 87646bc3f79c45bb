package io.github.molweave.e2e.parity;

import io.github.molweave.random.Seed;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.ValidityMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Some molecules to draw, said so that both the JVM and the page can be asked.
 *
 * @param count molecules 0..count-1
 * @param topK 0 for all
 * @param topP 1 for all
 */
record Draw(
    double seed,
    double temperature,
    int topK,
    double topP,
    String prefix,
    int maxLength,
    ValidityMode validity,
    int count) {

  /** Few: models with random weights write molecules rarely. */
  private static final int ATTEMPTS = 8;

  static Draw of(double seed, double temperature, int count) {
    return new Draw(seed, temperature, 0, 1, "", 60, ValidityMode.OFF, count);
  }

  /** The same under another validity mode. */
  Draw with(ValidityMode other) {
    return new Draw(seed, temperature, topK, topP, prefix, maxLength, other, count);
  }

  /** For the JVM. */
  SamplingOptions options() {
    return SamplingOptions.defaults()
        .withSeed(Seed.of(seed))
        .withTemperature(temperature)
        .withTopK(topK)
        .withTopP(topP)
        .withPrefix(prefix)
        .withMaxLength(maxLength)
        .withValidity(validity)
        .withAttempts(ATTEMPTS);
  }

  /** For {@code model.sample} in the page. */
  Map<String, Object> request() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("seed", seed);
    request.put("temperature", temperature);
    request.put("topK", topK);
    request.put("topP", topP);
    request.put("prefix", prefix);
    request.put("maxLength", maxLength);
    request.put("count", count);
    request.put("validity", validity.id());
    request.put("attempts", ATTEMPTS);
    return request;
  }

  @Override
  public String toString() {
    return "seed "
        + (long) seed
        + " temperature "
        + temperature
        + (topK == 0 ? "" : " top-k " + topK)
        + (topP == 1 ? "" : " top-p " + topP)
        + (prefix.isEmpty() ? "" : " prefix " + prefix)
        + (validity == ValidityMode.OFF ? "" : " validity " + validity.id());
  }
}
