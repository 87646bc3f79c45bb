package io.github.molweave.selfies;

import io.github.molweave.selfies.Translation.Refused;

/** Leaves a translation at the first fault; {@link Selfies} makes the answer of it. */
final class RefusalException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refused refused;

  RefusalException(SelfiesProblem problem, int position, String reason) {
    super(reason);
    refused = new Refused(problem, position, reason);
  }

  Refused refused() {
    return refused;
  }
}
