package io.github.molweave.trainer.publicsets;

/** A public set that cannot be had: why, and how to get it by hand. */
public final class SetException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  SetException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /**
   * @param problem the kind of trouble
   * @param message sentences for the user
   */
  public SetException(Problem problem, String message) {
    this(problem, message, null);
  }

  /** The kind of trouble. */
  public Problem problem() {
    return problem;
  }

  /** Every way in which a set can be out of reach. */
  public enum Problem {
    /** It could not be fetched. */
    NOT_FETCHED("set-not-fetched"),
    /** What was fetched is something else. */
    OTHER_BYTES("set-other-bytes"),
    /** What lies in the folder of sets is something else. */
    OTHER_FILE("set-other-file"),
    /** The folder of sets cannot be written. */
    UNWRITABLE("set-folder-unwritable");

    private final String id;

    Problem(String id) {
      this.id = id;
    }

    /** The anchor in {@code docs/troubleshooting.md}. */
    public String id() {
      return id;
    }
  }
}
