package io.github.molweave.e2e.bench;

import java.util.List;
import java.util.Optional;

/**
 * One network under one load, and what everybody did with it, in interleaved rounds.
 *
 * @param model its name
 * @param units of its layer
 * @param threads for each contender
 * @param streams molecules in the making at the same time
 * @param measurements one for each contender
 */
record Setting(String model, int units, int threads, int streams, List<Measurement> measurements) {
  Optional<Measurement> of(Contender contender) {
    return measurements.stream().filter(each -> each.contender() == contender).findFirst();
  }

  /**
   * How many times as fast as {@code peer} Molweave was; empty when one did not run, or not
   * validly.
   */
  Optional<Spread> over(Contender peer) {
    return of(Contender.MOLWEAVE)
        .filter(Measurement::isValid)
        .flatMap(ours -> of(peer).filter(Measurement::isValid).map(ours::over));
  }

  /** As {@link #over(Contender)}, against the fastest of those given. */
  Optional<Spread> overBest(List<Contender> peers) {
    return peers.stream()
        .flatMap(peer -> over(peer).stream())
        .min((one, other) -> Double.compare(one.median(), other.median()));
  }
}
