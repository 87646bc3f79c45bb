package io.github.molweave.modelfile;

/**
 * Every way in which a model file can be wrong. Each has its anchor in {@code
 * docs/troubleshooting.md} and its test in {@code ModelFileReaderTest}.
 */
public enum Problem {
  EMPTY("model-empty", Advice.FETCH_AGAIN),
  WEB_PAGE(
      "model-web-page",
      "Check the address: a server that cannot find a file often answers with a page."),
  GIT_LFS_POINTER("model-git-lfs-pointer", "Fetch the real file with 'git lfs pull'."),
  ANOTHER_FORMAT(
      "model-another-format", "Give a .safetensors file; 'molweave convert' makes one of others."),
  CUT_SHORT("model-cut-short", Advice.FETCH_AGAIN),
  TRAILING_BYTES("model-trailing-bytes", Advice.FETCH_AGAIN),
  HEADER_TOO_LARGE(
      "model-header-too-large",
      "This is not a model file, or its first bytes are damaged; fetch it again."),
  HEADER_LENGTH("model-header-length", Advice.FETCH_AGAIN),
  HEADER_NOT_UTF8("model-header-not-utf8", Advice.FETCH_AGAIN),
  HEADER_NOT_JSON("model-header-not-json", Advice.FETCH_AGAIN),
  DUPLICATE_KEY("model-duplicate-key", Advice.WRITER),
  TENSOR_ENTRY("model-tensor-entry", Advice.WRITER),
  METADATA_NOT_STRINGS("model-metadata-not-strings", Advice.WRITER),
  NOT_MOLWEAVE(
      "model-not-molweave",
      "These are tensors of another program; 'molweave convert' makes a Molweave file of them."),
  FORMAT_VERSION(
      "model-format-version", "Update Molweave, or export the model again with this version."),
  TOKENIZER_VERSION(
      "model-tokenizer-version", "Update Molweave, or train the model again with this version."),
  METADATA_MISSING("model-metadata-missing", Advice.WRITER),
  METADATA_UNKNOWN("model-metadata-unknown", Advice.WRITER),
  METADATA_NUMBER("model-metadata-number", Advice.WRITER),
  CHECKSUM_FIELD("model-checksum-field", Advice.WRITER),
  CHECKSUM_MISMATCH("model-checksum-mismatch", Advice.FETCH_AGAIN),
  CELL_UNKNOWN("model-cell-unknown", "Known cells are gru-reset-after, gru-reset-before and lstm."),
  NOTATION_UNKNOWN("model-notation-unknown", "Known notations are smiles and selfies."),
  SIZE_OUT_OF_RANGE("model-size-out-of-range", "Train a model within the range."),
  HIDDEN_TOO_LARGE(
      "model-hidden-too-large", "Train a model with at most 1024 units; more layers are fine."),
  VOCABULARY_NOT_A_LIST("model-vocabulary-not-a-list", Advice.WRITER),
  VOCABULARY_SIZE("model-vocabulary-size", Advice.WRITER),
  TOKEN_INVALID("model-token-invalid", Advice.WRITER),
  TOKEN_REPEATED("model-token-repeated", Advice.WRITER),
  SPECIAL_TOKEN("model-special-token", Advice.WRITER),
  LENGTHS("model-lengths", Advice.WRITER),
  CARD_NOT_TEXT("model-card-not-text", Advice.WRITER),
  TENSOR_UNKNOWN("model-tensor-unknown", Advice.WRITER),
  TENSOR_MISSING("model-tensor-missing", Advice.WRITER),
  TENSOR_TYPE("model-tensor-type", Advice.WRITER),
  TENSOR_SHAPE("model-tensor-shape", Advice.WRITER),
  TENSOR_BYTES("model-tensor-bytes", Advice.WRITER),
  TENSOR_OVERLAP("model-tensor-overlap", Advice.WRITER),
  TENSOR_GAP("model-tensor-gap", Advice.WRITER),
  TENSOR_ORDER("model-tensor-order", Advice.WRITER),
  VALUE_NOT_FINITE(
      "model-value-not-finite",
      "The training has diverged; go back to an earlier checkpoint or lower the learning rate."),
  VALUE_MINUS_128("model-value-minus-128", Advice.WRITER),
  SCALE_NEGATIVE("model-scale-negative", Advice.WRITER);

  private final String id;
  private final String advice;

  Problem(String id, String advice) {
    this.id = id;
    this.advice = advice;
  }

  /** The anchor in {@code docs/troubleshooting.md}, the same at every door. */
  public String id() {
    return id;
  }

  /** One sentence: what to do about it. */
  public String advice() {
    return advice;
  }

  private static final class Advice {
    static final String FETCH_AGAIN = "Download or copy the file again.";
    static final String WRITER =
        "Correct the program that wrote the file; docs/model-file.md says what must stand there.";
  }
}
