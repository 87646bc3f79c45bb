package io.github.molweave.trainer.corpus;

/** A corpus that cannot be trained on: what is wrong, where, and what to do about it. */
public final class CorpusException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /**
   * @param problem the kind of trouble
   * @param message sentences for the user: what, where, what to do
   */
  public CorpusException(Problem problem, String message) {
    this(problem, message, null);
  }

  /** As above, with the exception that showed the trouble. */
  public CorpusException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** The kind of trouble. */
  public Problem problem() {
    return problem;
  }

  /** Every way in which a corpus can be unusable. */
  public enum Problem {
    /** There is no such file. */
    MISSING("corpus-missing"),
    /** It is a folder, or may not be read, or the disk failed. */
    UNREADABLE("corpus-unreadable"),
    /** It holds no line with a molecule. */
    EMPTY("corpus-empty"),
    /** It is no text in UTF-8. */
    BINARY("corpus-binary"),
    /** It is gzip that ends early or is damaged. */
    BROKEN_GZIP("corpus-gzip"),
    /** It is a table without the column of molecules. */
    NO_COLUMN("corpus-column"),
    /** It is a table that breaks the rules of quoting. */
    BROKEN_TABLE("corpus-table"),
    /** It has bad lines, and they were not to be skipped. */
    BAD_LINES("corpus-lines"),
    /** It has tokens that the model to be trained on does not have. */
    UNKNOWN_TOKENS("corpus-unknown-tokens"),
    /** It has more different tokens than a model can have. */
    VOCABULARY("corpus-vocabulary"),
    /** Every molecule was dropped. */
    NOTHING_LEFT("corpus-nothing-left");

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
