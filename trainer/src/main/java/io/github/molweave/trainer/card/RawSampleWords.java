package io.github.molweave.trainer.card;

import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.evaluation.Interval;
import io.github.molweave.trainer.evaluation.RawSamples;
import io.github.molweave.trainer.evaluation.Share;
import java.util.Locale;

/** Raw samples in the words of a card: numbers with sample sizes, intervals and the rule. */
public final class RawSampleWords {
  private static final String RULE =
      "valid: by Molweave's rules of SMILES, which are held to RDKit's";

  private RawSampleWords() {}

  /** What was drawn after an epoch. */
  public static String of(EpochSamples samples) {
    return begin(samples.validity())
        + ", "
        + share("different constitutions", samples.uniqueness())
        + ", "
        + share("of these not in the training set", samples.novelty())
        + "; "
        + RULE;
  }

  /**
   * What {@code export} drew.
   *
   * @param recited which training molecules were looked up, or null when none were
   */
  public static String of(RawSamples samples, Recited recited) {
    String known =
        recited == Recited.LOOKED_UP
            ? ", " + samples.recited() + " stand in the training set, letter by letter"
            : "";
    return begin(new Share(samples.valid(), samples.samples()))
        + ", "
        + samples.distinct()
        + " different texts"
        + known
        + "; "
        + RULE;
  }

  /** Whether training molecules were looked up. */
  public enum Recited {
    /** They were. */
    LOOKED_UP,
    /** There was no corpus to look them up in. */
    NOT_ASKED
  }

  private static String begin(Share validity) {
    return validity.of() + " at T = 1, seed 0: " + share("valid", validity);
  }

  private static String share(String what, Share share) {
    if (share.of() == 0) {
      return "none " + what;
    }
    Interval interval = share.interval();
    return String.format(
        Locale.ROOT,
        "%d %s (%.2f %%, 95 %% interval %.2f to %.2f %%)",
        share.count(),
        what,
        100 * share.value(),
        100 * interval.low(),
        100 * interval.high());
  }
}
