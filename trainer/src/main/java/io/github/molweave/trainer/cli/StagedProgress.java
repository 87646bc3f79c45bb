package io.github.molweave.trainer.cli;

import java.util.function.IntConsumer;

/** The progress of work in several stages, a line each, one after the other. */
final class StagedProgress implements AutoCloseable {
  private final Terminal terminal;
  private CountProgress current;

  StagedProgress(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Ends the stage before and begins one; gives whom to tell how many more are done. */
  IntConsumer stage(String what, int total) {
    end();
    current = new CountProgress(terminal, what, total);
    return current;
  }

  @Override
  public void close() {
    end();
  }

  /** Ends the last stage, if it has not ended. */
  void end() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
