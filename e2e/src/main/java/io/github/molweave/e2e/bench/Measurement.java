package io.github.molweave.e2e.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What one contender did in one setting.
 *
 * @param contender who
 * @param distance from our logits, in standard deviations; 0 for ourselves
 * @param rounds one entry a round, in the order of the rounds
 */
record Measurement(Contender contender, double distance, List<Round> rounds) {
  /** An empty one, to be filled round by round. */
  Measurement(Contender contender, double distance) {
    this(contender, distance, new ArrayList<>());
  }

  /** Whether it ran our network, so that its figures count. */
  boolean isValid() {
    return distance <= contender.limit();
  }

  /** The median of the rounds. */
  double tokensPerSecond() {
    return Spread.of(rounds.stream().mapToDouble(Round::tokensPerSecond).toArray()).median();
  }

  /** The median of the rounds, had drawing the tokens cost nothing. */
  double stepsPerSecond() {
    return Spread.of(rounds.stream().mapToDouble(Round::insidePerSecond).toArray()).median();
  }

  /** Which part of the time was spent outside the network, 0..1. */
  Spread outside() {
    return Spread.of(
        rounds.stream().mapToDouble(each -> each.outside / each.milliseconds).toArray());
  }

  /** How many times as fast as {@code peer} this was, round by round. */
  Spread over(Measurement peer) {
    double[] ratios = new double[rounds.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = rounds.get(i).tokensPerSecond() / peer.rounds.get(i).tokensPerSecond();
    }
    return Spread.of(ratios);
  }

  /**
   * One round.
   *
   * @param tokens over all streams
   * @param milliseconds by the page's clock
   * @param outside of them, spent outside the network
   */
  record Round(double tokens, double milliseconds, double outside) {
    double tokensPerSecond() {
      return 1000 * tokens / milliseconds;
    }

    /** Had drawing the tokens cost nothing. */
    double insidePerSecond() {
      return 1000 * tokens / (milliseconds - outside);
    }
  }
}
