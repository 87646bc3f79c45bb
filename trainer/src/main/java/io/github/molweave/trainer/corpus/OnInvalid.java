package io.github.molweave.trainer.corpus;

/** What to do about a line that cannot be read as a molecule. */
public enum OnInvalid {
  /** Leave it out, count it, and go on. */
  SKIP,
  /** Read to the end so that all bad lines are counted, then give up. */
  FAIL
}
