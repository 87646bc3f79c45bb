package io.github.molweave.trainer.checkpoint;

/** A run folder that cannot be used: what is wrong, where, and what to do about it. */
public final class CheckpointException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /**
   * @param problem the kind of trouble
   * @param message sentences for the user: what, where, what to do
   */
  public CheckpointException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** The kind of trouble. */
  public Problem problem() {
    return problem;
  }

  /** Every way in which a run folder can be unusable. */
  public enum Problem {
    /** There is nothing to resume. */
    MISSING("checkpoint-missing"),
    /** The file is cut, damaged, or no checkpoint. */
    DAMAGED("checkpoint-damaged"),
    /** Another version of Molweave wrote it. */
    OTHER_VERSION("checkpoint-version"),
    /** The run was started with other settings or another corpus. */
    OTHER_RUN("checkpoint-other-run"),
    /** The folder holds a run already and was not to be resumed. */
    OCCUPIED("run-folder-occupied"),
    /** Another process has the folder. */
    LOCKED("run-folder-locked"),
    /** The folder or a file in it cannot be written. */
    UNWRITABLE("run-folder-unwritable");

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
