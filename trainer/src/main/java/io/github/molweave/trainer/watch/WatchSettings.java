package io.github.molweave.trainer.watch;

/**
 * How closely a run is watched. Nothing of it changes what is learnt.
 *
 * @param logEvery steps between two lines of the journal, 1 or more; the first step has one too
 * @param sampleEvery epochs between two looks at what the network writes, 0 for never; after the
 *     last epoch there is one in any case
 * @param sampleCount samples of a look, 1..{@value #MOST_SAMPLES}
 */
public record WatchSettings(int logEvery, int sampleEvery, int sampleCount) {
  /** The most samples of a look. */
  public static final int MOST_SAMPLES = 100_000;

  /** Checks every range. */
  public WatchSettings {
    if (logEvery < 1) {
      throw new IllegalArgumentException("log-every must be 1 or more, not " + logEvery);
    }
    if (sampleEvery < 0) {
      throw new IllegalArgumentException("sample-every must be 0 or more, not " + sampleEvery);
    }
    if (sampleCount < 1 || sampleCount > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          "sample-count must be 1.." + MOST_SAMPLES + ", not " + sampleCount);
    }
  }
}
