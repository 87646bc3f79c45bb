package io.github.molweave.sampling;

import io.github.molweave.network.Architecture;
import io.github.molweave.random.Seed;

/**
 * Everything besides the model that decides which molecules are drawn. Temperature, top-k and top-p
 * are applied in this order (see {@link TokenDistribution}).
 *
 * @param seed which molecules: the same seed gives the same ones
 * @param temperature T: 0 takes the likeliest token always; else {@value
 *     #LEAST_TEMPERATURE}..{@value #MOST_TEMPERATURE}, 1 being the model as trained
 * @param topK only the k likeliest tokens are drawn; 0 for all, at most {@value #MOST_TOP_K}
 * @param topP only the likeliest tokens that together reach the probability p are drawn; above 0,
 *     at most 1, which is all
 * @param prefix how every molecule begins; empty for nothing
 * @param maxLength how many tokens a molecule may have, prefix included, END not: 1..{@value
 *     #MOST_LENGTH}
 * @param validity what is done about invalid text
 * @param attempts how often a molecule is drawn at most until it is valid, 1..{@value
 *     #MOST_ATTEMPTS}; matters to {@link ValidityMode#REJECT} alone
 * @param detail what a sample records of its steps
 */
public record SamplingOptions(
    Seed seed,
    double temperature,
    int topK,
    double topP,
    String prefix,
    int maxLength,
    ValidityMode validity,
    int attempts,
    StepDetail detail) {

  /** The lowest temperature besides 0. */
  public static final double LEAST_TEMPERATURE = 0.01;

  /** The highest temperature. */
  public static final double MOST_TEMPERATURE = 1000;

  /** The largest top-k. */
  public static final int MOST_TOP_K = Architecture.MAX_VOCABULARY;

  /** The largest maximum length. */
  public static final int MOST_LENGTH = 10_000;

  /** The maximum length unless another is asked for. */
  public static final int DEFAULT_MAX_LENGTH = 120;

  /** The greatest number of attempts. */
  public static final int MOST_ATTEMPTS = 10_000;

  /** The number of attempts unless another is asked for: a model of 5 % validity fails 1 in 169. */
  public static final int DEFAULT_ATTEMPTS = 100;

  private static final SamplingOptions DEFAULTS =
      new SamplingOptions(
          Seed.of(0),
          1,
          0,
          1,
          "",
          DEFAULT_MAX_LENGTH,
          ValidityMode.REJECT,
          DEFAULT_ATTEMPTS,
          StepDetail.NONE);

  /**
   * Checks every option against its range.
   *
   * @throws IllegalArgumentException with a sentence that names the option (NaN is out of range)
   */
  public SamplingOptions {
    present("seed", seed);
    boolean inRange = temperature >= LEAST_TEMPERATURE && temperature <= MOST_TEMPERATURE;
    if (temperature != 0 && !inRange) {
      throw new IllegalArgumentException(
          "temperature must be 0 (always the likeliest token) or from 0.01 to 1000, not "
              + temperature);
    }
    if (topK < 0 || topK > MOST_TOP_K) {
      throw new IllegalArgumentException(
          "top-k must be from 0 (all tokens) to " + MOST_TOP_K + ", not " + topK);
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException(
          "top-p must be above 0 and at most 1 (all tokens), not " + topP);
    }
    present("prefix", prefix);
    if (maxLength < 1 || maxLength > MOST_LENGTH) {
      throw new IllegalArgumentException(
          "maximum length must be from 1 to " + MOST_LENGTH + " tokens, not " + maxLength);
    }
    present("validity", validity);
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "attempts must be from 1 to " + MOST_ATTEMPTS + ", not " + attempts);
    }
    present("detail", detail);
  }

  private static void present(String option, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(option + " is missing");
    }
  }

  /**
   * Seed 0, temperature 1, nothing cut, no prefix, 120 tokens, invalid samples drawn again up to
   * 100 times, no step records.
   */
  public static SamplingOptions defaults() {
    return DEFAULTS;
  }

  /** The same with another seed. */
  public SamplingOptions withSeed(Seed seed) {
    return new SamplingOptions(
        seed, temperature, topK, topP, prefix, maxLength, validity, attempts, detail);
  }

  /** The same with another temperature. */
  public SamplingOptions withTemperature(double temperature) {
    return new SamplingOptions(
        seed, temperature, topK, topP, prefix, maxLength, validity, attempts, detail);
  }

  /** The same with another top-k. */
  public SamplingOptions withTopK(int topK) {
    return new SamplingOptions(
        seed, temperature, topK, topP, prefix, maxLength, validity, attempts, detail);
  }

  /** The same with another top-p. */
  public SamplingOptions withTopP(double topP) {
    return new SamplingOptions(
        seed, temperature, topK, topP, prefix, maxLength, validity, attempts, detail);
  }

  /** The same with another prefix. */
  public SamplingOptions withPrefix(String prefix) {
    return new SamplingOptions(
        seed, temperature, topK, topP, prefix, maxLength, validity, attempts, detail);
  }

  /** The same with another maximum length. */
  public SamplingOptions withMaxLength(int maxLength) {
    return new SamplingOptions(
        seed, temperature, topK, topP, prefix, maxLength, validity, attempts, detail);
  }

  /** The same with another validity mode. */
  public SamplingOptions withValidity(ValidityMode validity) {
    return new SamplingOptions(
        seed, temperature, topK, topP, prefix, maxLength, validity, attempts, detail);
  }

  /** The same with another number of attempts. */
  public SamplingOptions withAttempts(int attempts) {
    return new SamplingOptions(
        seed, temperature, topK, topP, prefix, maxLength, validity, attempts, detail);
  }

  /** The same with other step records. */
  public SamplingOptions withDetail(StepDetail detail) {
    return new SamplingOptions(
        seed, temperature, topK, topP, prefix, maxLength, validity, attempts, detail);
  }
}
