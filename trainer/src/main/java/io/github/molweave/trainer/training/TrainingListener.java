package io.github.molweave.trainer.training;

/** Hears what a run does. */
@FunctionalInterface
public interface TrainingListener {
  /** Called on the training thread, between steps: be quick. */
  void on(TrainingEvent event);
}
