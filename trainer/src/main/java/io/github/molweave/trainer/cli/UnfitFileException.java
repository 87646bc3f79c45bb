package io.github.molweave.trainer.cli;

import java.nio.file.Path;

/** Says in which file it is that a reader, which sees bytes alone, found something wrong. */
final class UnfitFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitFileException(Path file, RuntimeException finding) {
    super(file + ": " + finding.getMessage(), finding);
  }
}
