package io.github.molweave.trainer.cli;

/** A command that cannot do what it was asked: what, where, and what to do about it. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  CommandException(Problem problem, String message) {
    this(problem, message, null);
  }

  CommandException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  /** Everything that a command itself, not a part it calls, can object to. */
  enum Problem {
    /** A value out of its range, or options that exclude each other. */
    OPTION("cli-option", ExitCode.USAGE),
    /** The file of settings cannot be read, or says what is not known. */
    CONFIG("cli-config", ExitCode.USAGE),
    /** Something that is not ours stands where the result is to go. */
    TARGET_TAKEN("cli-target-taken", ExitCode.USAGE),
    /** The result cannot be written. */
    TARGET_UNWRITABLE("cli-target-unwritable", ExitCode.SOFTWARE),
    /** No model was named, and none came with this build. */
    NO_MODEL("cli-no-model", ExitCode.USAGE),
    /** A link of another version, or no link. */
    LINK_VERSION("link-version", ExitCode.USAGE),
    /** A link that is longer than any that a page writes. */
    LINK_LONG("link-long", ExitCode.USAGE),
    /** A part of a link that is not known. */
    LINK_UNKNOWN_KEY("link-unknown-key", ExitCode.USAGE),
    /** A link that says a thing twice. */
    LINK_TWICE("link-twice", ExitCode.USAGE),
    /** A part of a link that is out of range. */
    LINK_VALUE("link-value", ExitCode.USAGE),
    /** A link without a seed. */
    LINK_NO_SEED("link-no-seed", ExitCode.USAGE),
    /** The link's model is not among those that came with this build. */
    LINK_MODEL("link-model", ExitCode.BAD_MODEL),
    /** A link that was made with another model. */
    LINK_OTHER_MODEL("link-other-model", ExitCode.BAD_MODEL),
    /** A link that was made under another numeric version. */
    LINK_NUMERIC_VERSION("link-numeric-version", ExitCode.BAD_MODEL),
    /** The model file is not there or cannot be read. */
    MODEL_UNREADABLE("cli-model-unreadable", ExitCode.BAD_MODEL),
    /** The model lacks a token of a given molecule. */
    UNKNOWN_TOKEN("cli-unknown-token", ExitCode.BAD_DATA),
    /** A given text has no form in the other notation. */
    NOT_TRANSLATED("cli-not-translated", ExitCode.BAD_DATA),
    /** The novelty filter is not there or cannot be read. */
    FILTER_UNREADABLE("cli-filter-unreadable", ExitCode.BAD_DATA),
    /** A text that is no molecule. */
    NO_MOLECULE("cli-no-molecule", ExitCode.BAD_DATA),
    /** Among what is to be judged there are not two molecules. */
    NOTHING_TO_JUDGE("evaluate-nothing-to-judge", ExitCode.BAD_DATA),
    /** The training or test molecules are too few to compare with. */
    REFERENCE_TOO_SMALL("evaluate-reference-too-small", ExitCode.BAD_DATA),
    /** A molecule that the file format cannot hold. */
    STRUCTURE_FILE("cli-structure-file", ExitCode.BAD_DATA),
    /** Letters cannot be drawn on this machine. */
    NO_FONTS("cli-no-fonts", ExitCode.SOFTWARE);

    private final String id;
    private final ExitCode exitCode;

    Problem(String id, ExitCode exitCode) {
      this.id = id;
      this.exitCode = exitCode;
    }

    /** The anchor in {@code docs/troubleshooting.md}. */
    String id() {
      return id;
    }

    ExitCode exitCode() {
      return exitCode;
    }
  }
}
