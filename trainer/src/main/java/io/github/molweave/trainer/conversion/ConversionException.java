package io.github.molweave.trainer.conversion;

/** A model that cannot be converted: what is wrong, where, and what to do about it. */
public final class ConversionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /**
   * @param problem the kind of trouble
   * @param message sentences for the user: what, where, what to do
   */
  public ConversionException(Problem problem, String message) {
    this(problem, message, null);
  }

  /** As above, with the exception that showed the trouble. */
  public ConversionException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /** The kind of trouble. */
  public Problem problem() {
    return problem;
  }

  /** What is at fault. */
  public enum Culprit {
    /** The network or its files. */
    MODEL,
    /** The list of its tokens, or what was said of them. */
    VOCABULARY
  }

  /** Every way in which a model of others can be no model of ours. */
  public enum Problem {
    /** A file is not there, is no file, is too large or may not be read. */
    UNREADABLE("convert-unreadable", Culprit.MODEL),
    /** Another container of weights, such as a pickle. */
    NOT_SAFETENSORS("convert-not-safetensors", Culprit.MODEL),
    /** There is nothing to convert. */
    ALREADY_MOLWEAVE("convert-already-molweave", Culprit.MODEL),
    /** The elements are of a type that holds no weights. */
    TENSOR_TYPE("convert-tensor-type", Culprit.MODEL),
    /** Shapes that do not fit their bytes or each other. */
    TENSOR_SHAPE("convert-tensor-shape", Culprit.MODEL),
    /** A part of the network is not in the file. */
    TENSOR_MISSING("convert-tensor-missing", Culprit.MODEL),
    /** Several tensors could be the one that is looked for. */
    TENSOR_AMBIGUOUS("convert-tensor-ambiguous", Culprit.MODEL),
    /** A tensor that no part of the network uses. */
    TENSOR_EXTRA("convert-tensor-extra", Culprit.MODEL),
    /** A layer, an activation or an option that Molweave's networks do not have. */
    NOT_SUPPORTED("convert-not-supported", Culprit.MODEL),
    /** A network larger than the engine takes. */
    SIZE("convert-size", Culprit.MODEL),
    /** A weight that is no number. */
    NOT_FINITE("convert-not-finite", Culprit.MODEL),
    /** A file that should be JSON is something else. */
    NOT_JSON("convert-not-json", Culprit.MODEL),
    /** The description of the layers is not understood. */
    TOPOLOGY("convert-topology", Culprit.MODEL),
    /** The list of the weights is not understood. */
    MANIFEST("convert-manifest", Culprit.MODEL),
    /** A file of weights would lie outside of the model's folder. */
    SHARD_NAME("convert-shard-name", Culprit.MODEL),
    /** A file of weights is not there. */
    SHARD_MISSING("convert-shard-missing", Culprit.MODEL),
    /** The files of weights hold more or fewer bytes than their list says. */
    SHARD_LENGTH("convert-shard-length", Culprit.MODEL),
    /** There is no list of tokens. */
    VOCABULARY_MISSING("convert-vocabulary-missing", Culprit.VOCABULARY),
    /** The list of tokens is not understood. */
    VOCABULARY_FORMAT("convert-vocabulary-format", Culprit.VOCABULARY),
    /** There are more or fewer tokens than the network has rows. */
    VOCABULARY_SIZE("convert-vocabulary-size", Culprit.VOCABULARY),
    /** A token stands twice. */
    TOKEN_REPEATED("convert-token-repeated", Culprit.VOCABULARY),
    /** A token that is not one token of its notation. */
    TOKEN_INVALID("convert-token-invalid", Culprit.VOCABULARY),
    /** Start, end or padding are not known. */
    SPECIAL_TOKEN("convert-special-token", Culprit.VOCABULARY);

    private final String id;
    private final Culprit culprit;

    Problem(String id, Culprit culprit) {
      this.id = id;
      this.culprit = culprit;
    }

    /** The anchor in {@code docs/troubleshooting.md}. */
    public String id() {
      return id;
    }

    /** What is at fault. */
    public Culprit culprit() {
      return culprit;
    }
  }
}
