package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.training.TrainingEvent;
import io.github.molweave.trainer.training.TrainingEvent.CheckpointWritten;
import io.github.molweave.trainer.training.TrainingEvent.EndedEarly;
import io.github.molweave.trainer.training.TrainingEvent.EpochDone;
import io.github.molweave.trainer.training.TrainingEvent.FellBack;
import io.github.molweave.trainer.training.TrainingEvent.Position;
import io.github.molweave.trainer.training.TrainingEvent.Rank;
import io.github.molweave.trainer.training.TrainingEvent.StartMeasured;
import io.github.molweave.trainer.training.TrainingEvent.Started;
import io.github.molweave.trainer.training.TrainingEvent.StepDone;
import io.github.molweave.trainer.training.TrainingEvent.Stopped;
import io.github.molweave.trainer.training.TrainingEvent.WriteFailed;
import io.github.molweave.trainer.training.TrainingListener;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells on stderr how a training goes: where it stands, the recent negative log-likelihood per
 * token, the best result on held-out molecules, tokens a second, time left. On a screen one line is
 * rewritten twice a second; elsewhere a whole line comes every half minute. An epoch always has its
 * own line.
 */
final class ProgressLine implements TrainingListener, AutoCloseable {
  private static final long NANOS = 1_000_000_000L;
  private static final long SCREEN_INTERVAL = NANOS / 2;
  private static final long PLAIN_INTERVAL = 30 * NANOS;

  /** Weight of a new step in the running mean: about the last hundred steps count. */
  private static final double RECENT = 0.02;

  /** Back to the first column and clear the line. */
  static final String REWRITE = "\r\u001b[2K";

  private final PrintStream err;
  private final boolean screen;
  private final LongSupplier clock;
  private long startedAt;
  private long shownAt;
  private long tokens;
  private long steps;
  private double recentNll = Double.NaN;
  private double bestNll = Double.NaN;
  private int bestEpoch;
  private boolean lineOpen;

  ProgressLine(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  /**
   * @param clock nanoseconds from anywhere
   */
  ProgressLine(Terminal terminal, LongSupplier clock) {
    this.err = terminal.err();
    this.screen = terminal.style() == Terminal.Style.SCREEN;
    this.clock = clock;
    this.startedAt = clock.getAsLong();
    this.shownAt = startedAt;
  }

  @Override
  public void on(TrainingEvent event) {
    if (event instanceof Started started) {
      startedAt = clock.getAsLong();
      shownAt = startedAt;
      say(
          "Training "
              + String.format(Locale.ROOT, "%,d", started.parameters())
              + " parameters on "
              + started.device()
              + ", from epoch "
              + started.epoch());
    } else if (event instanceof StartMeasured start) {
      bestNll = start.validationNll();
      say(
          String.format(
              Locale.ROOT,
              "The model it begins from: %.4f nats per token on held-out molecules; it is kept until"
                  + " an epoch is better",
              bestNll));
    } else if (event instanceof StepDone step) {
      step(step);
    } else if (event instanceof EpochDone epoch) {
      if (epoch.rank() == Rank.BEST) {
        bestNll = epoch.validationNll();
        bestEpoch = epoch.epoch();
      }
      say(
          String.format(
              Locale.ROOT,
              "epoch %d: %.4f nats per token while learning, %.4f on held-out molecules%s%s",
              epoch.epoch(),
              epoch.trainingNll(),
              epoch.validationNll(),
              epoch.rank() == Rank.BEST ? ", the best so far" : "",
              samples(epoch.samples())));
    } else if (event instanceof EndedEarly ended) {
      say(
          "Ended after epoch "
              + ended.epoch()
              + (ended.best() == 0
                  ? ": none was better than the model it began from"
                  : ": no better result since epoch " + ended.best())
              + " (--patience)");
    } else if (event instanceof WriteFailed failed) {
      say("Training goes on, but " + failed.reason());
    } else if (event instanceof FellBack fellBack) {
      for (Path damaged : fellBack.damaged()) {
        say(damaged + " is damaged");
      }
      say("Going on from the older " + fellBack.used());
    } else if (event instanceof Stopped) {
      say("Stopped. Go on with the same options and --resume.");
    } else if (event instanceof CheckpointWritten written && !screen) {
      say("Wrote " + written.file().getFileName());
    }
  }

  private static String samples(EpochSamples samples) {
    return samples == null
        ? ""
        : String.format(
            Locale.ROOT,
            "; %.1f %% of %d samples valid",
            100 * samples.validity().value(),
            samples.drawn());
  }

  private void step(StepDone step) {
    steps++;
    tokens += step.tokens();
    double nll = step.nllPerToken();
    recentNll = Double.isNaN(recentNll) ? nll : recentNll + RECENT * (nll - recentNll);
    long now = clock.getAsLong();
    if (now - shownAt < (screen ? SCREEN_INTERVAL : PLAIN_INTERVAL)) {
      return;
    }
    shownAt = now;
    String text = describe(step.position(), (now - startedAt) / (double) NANOS);
    if (screen) {
      err.print(REWRITE + text);
      err.flush();
      lineOpen = true;
    } else {
      say(text);
    }
  }

  private String describe(Position position, double seconds) {
    long stepsLeft =
        (long) (position.epochs() - position.epoch()) * position.batches()
            + position.batches()
            - position.batch();
    return String.format(
        Locale.ROOT,
        "%s  %.4f nats per token%s  %,.0f tokens/s  %s left",
        place(position),
        recentNll,
        Double.isNaN(bestNll)
            ? ""
            : String.format(
                Locale.ROOT,
                "  best held-out %.4f (%s)",
                bestNll,
                bestEpoch == 0 ? "the start" : "epoch " + bestEpoch),
        tokens / seconds,
        duration(stepsLeft * seconds / steps));
  }

  private static String place(Position position) {
    return "epoch "
        + position.epoch()
        + "/"
        + position.epochs()
        + " batch "
        + position.batch()
        + "/"
        + position.batches();
  }

  /** Seconds as in {@code 2h05m}, {@code 3m20s} or {@code 7s}. */
  static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole >= 3600) {
      return String.format(Locale.ROOT, "%dh%02dm", whole / 3600, whole % 3600 / 60);
    }
    return whole >= 60
        ? String.format(Locale.ROOT, "%dm%02ds", whole / 60, whole % 60)
        : whole + "s";
  }

  /** Puts a line of its own. */
  void say(String text) {
    if (lineOpen) {
      err.print(REWRITE);
      lineOpen = false;
    }
    err.println(text);
  }

  /** Leaves the cursor at the beginning of a line. */
  @Override
  public void close() {
    if (lineOpen) {
      err.println();
      lineOpen = false;
    }
  }
}
