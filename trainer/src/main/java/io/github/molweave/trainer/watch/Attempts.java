package io.github.molweave.trainer.watch;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Does what may fail without harm, and tells of each kind of failure once. */
final class Attempts {
  private final Consumer<String> talk;
  private final Set<String> told = new HashSet<>();

  /** Something that may fail. */
  @FunctionalInterface
  interface Action {
    /** Does it. */
    void run() throws Exception;
  }

  Attempts(Consumer<String> talk) {
    this.talk = talk;
  }

  /**
   * Does {@code action}.
   *
   * @param failure what to say when it fails, without a full stop
   * @return whether it was done
   */
  boolean of(String failure, Action action) {
    try {
      action.run();
      return true;
    } catch (Exception | OutOfMemoryError | StackOverflowError reason) {
      if (told.add(failure)) {
        talk.accept(failure + " (" + reason + "). The training goes on.");
      }
      return false;
    }
  }
}
