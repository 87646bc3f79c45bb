package io.github.molweave.trainer.journal;

/** How lines become bytes of a file that only grows. */
interface JournalFormat {
  /** What stands before all lines. */
  byte[] beginning();

  /** One line. */
  byte[] of(JournalLine line);
}
