package io.github.molweave.trainer.watch;

import io.github.molweave.trainer.training.TrainingEvent;
import io.github.molweave.trainer.training.TrainingEvent.EndedEarly;
import io.github.molweave.trainer.training.TrainingEvent.EpochDone;
import io.github.molweave.trainer.training.TrainingEvent.Position;
import io.github.molweave.trainer.training.TrainingEvent.Started;
import io.github.molweave.trainer.training.TrainingEvent.StepDone;
import io.github.molweave.trainer.training.TrainingEvent.Stopped;

/** How far a run is, in words. */
final class Standing {
  private final int epochs;
  private String words = "Not begun.";
  private boolean begun;
  private boolean over;
  private int stepsPerEpoch = 1;

  Standing(int epochs) {
    this.epochs = epochs;
  }

  void hear(TrainingEvent event) {
    if (event instanceof Started started) {
      begun = true;
      words = "Training, epoch " + started.epoch() + " of " + epochs + ".";
      if (started.epoch() > epochs) {
        end(finished());
      }
    } else if (event instanceof StepDone step) {
      words = "Training, " + place(step.position()) + ".";
      stepsPerEpoch = step.position().batches();
    } else if (event instanceof EpochDone epoch) {
      words = "Training, " + epoch.epoch() + " of " + epochs + " epochs done.";
      stepsPerEpoch = Math.toIntExact(epoch.steps() / epoch.epoch());
      if (epoch.epoch() == epochs) {
        end(finished());
      }
    } else if (event instanceof EndedEarly early) {
      end(
          "Finished after epoch "
              + early.epoch()
              + (early.best() == 0
                  ? ": none was better than the model it began from."
                  : ": none since " + early.best() + " was better."));
    } else if (event instanceof Stopped stopped) {
      end("Stopped in " + place(stopped.position()) + "; --resume goes on.");
    }
  }

  private static String place(Position position) {
    return "epoch "
        + position.epoch()
        + " of "
        + position.epochs()
        + ", batch "
        + position.batch()
        + " of "
        + position.batches();
  }

  private String finished() {
    return "Finished after " + epochs + (epochs == 1 ? " epoch." : " epochs.");
  }

  private void end(String how) {
    words = how;
    over = true;
  }

  /** The run ended, and nobody said how; true when that is news. */
  boolean breaksOff() {
    if (!begun || over) {
      return false;
    }
    end(words.replace("Training,", "Broken off,") + " --resume goes on from the last checkpoint.");
    return true;
  }

  boolean isOver() {
    return over;
  }

  String words() {
    return words;
  }

  int stepsPerEpoch() {
    return stepsPerEpoch;
  }
}
