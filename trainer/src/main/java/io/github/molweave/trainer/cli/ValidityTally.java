package io.github.molweave.trainer.cli;

import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.ValidityMode;
import io.github.molweave.trainer.evaluation.Interval;
import java.util.Locale;

/** Counts how many samples were molecules, those that were thrown away included. */
final class ValidityTally {
  private int molecules;
  private int valid;
  private int redraws;

  /** Counts one molecule. */
  void count(Sample sample) {
    molecules++;
    redraws += sample.redraws();
    if (sample.isValid()) {
      valid++;
    }
  }

  /** The counts in words, for at least one molecule. */
  String describe(ValidityMode mode) {
    StringBuilder words = new StringBuilder(valid + " of " + molecules + " molecules are valid");
    if (mode == ValidityMode.MASK) {
      return words.append(" by mask; what the model writes unaided: --validity off.").toString();
    }
    if (mode == ValidityMode.REJECT) {
      words.append("; ").append(redraws).append(" invalid samples were drawn again");
    }
    int drawn = molecules + redraws;
    Interval interval = Interval.ofProportion(valid, drawn);
    return words
        .append(
            String.format(
                Locale.ROOT,
                ". Unaided: %.1f %% of %d (95 %% interval %.1f to %.1f %%).",
                100.0 * valid / drawn,
                drawn,
                100 * interval.low(),
                100 * interval.high()))
        .toString();
  }
}
