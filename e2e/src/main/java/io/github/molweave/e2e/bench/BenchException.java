package io.github.molweave.e2e.bench;

/** A bench that cannot be run: what, where, and what to do about it. */
final class BenchException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  BenchException(Problem problem, String message) {
    this(problem, message, null);
  }

  BenchException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  /** The ways in which a bench can fail. */
  enum Problem {
    /** An option's value is out of its range. */
    OPTION("bench-option", 2),
    /** There is no npm to install the peers with. */
    NO_NPM("bench-no-npm", 1),
    /** npm could not install them. */
    PEERS_NOT_INSTALLED("bench-peers-not-installed", 1),
    /** Chromium or its driver is missing, or does not start. */
    NO_BROWSER("bench-no-browser", 1),
    /** The model cannot be read, or is of a kind that the peers are not given. */
    MODEL("bench-model", 4),
    /** The page, or one of those that are measured, failed. */
    PAGE("bench-page", 1);

    private final String id;
    private final int exitCode;

    Problem(String id, int exitCode) {
      this.id = id;
      this.exitCode = exitCode;
    }

    /** The anchor in {@code docs/troubleshooting.md}. */
    String id() {
      return id;
    }

    /** The number for the shell. */
    int exitCode() {
      return exitCode;
    }
  }
}
