package io.github.molweave.trainer.cli;

import java.io.IOException;

/** Whoever read the results has had enough, as {@code head} does: a reason to end, not an error. */
final class ClosedPipeException extends IOException {
  private static final long serialVersionUID = 1L;

  ClosedPipeException(IOException cause) {
    super(cause);
  }
}
