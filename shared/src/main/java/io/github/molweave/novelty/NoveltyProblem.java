package io.github.molweave.novelty;

/**
 * Every way in which a novelty file can be wrong. Each has its anchor in {@code
 * docs/troubleshooting.md} and its test in {@code NoveltyFileTest}.
 */
public enum NoveltyProblem {
  /** No bytes at all. */
  EMPTY("novelty-empty", "Fetch it again."),
  /** It does not begin as a novelty file does. */
  ANOTHER_FORMAT("novelty-another-format", "Check that it is the right file."),
  /** It is of another version of the format. */
  VERSION("novelty-version", "Make it anew with 'molweave novelty', or update Molweave."),
  /** Its molecules were named in a way that is not known here. */
  KEY("novelty-key", "Make it anew with 'molweave novelty', or update Molweave."),
  /** A number in the header is outside its range. */
  SIZE("novelty-size-out-of-range", "Fetch it again."),
  /** There are fewer bytes than the header promises. */
  CUT_SHORT("novelty-cut-short", "Fetch it again."),
  /** There are more bytes than the header promises. */
  TRAILING_BYTES("novelty-trailing-bytes", "Fetch it again."),
  /** The checksum is not 64 hexadecimal digits. */
  CHECKSUM_FIELD("novelty-checksum-field", "Fetch it again."),
  /** The content does not match the checksum. */
  CHECKSUM_MISMATCH("novelty-checksum-mismatch", "Fetch it again."),
  /** The id of the model is not 64 hexadecimal digits or zero bytes. */
  MODEL_ID("novelty-model-id", "Make it anew with 'molweave novelty'."),
  /** More bits are set than its molecules can have set, or too few. */
  BITS("novelty-bits", "Make it anew with 'molweave novelty'.");

  private final String id;
  private final String advice;

  NoveltyProblem(String id, String advice) {
    this.id = id;
    this.advice = advice;
  }

  /** The anchor in {@code docs/troubleshooting.md}, the same at every door. */
  public String id() {
    return id;
  }

  String advice() {
    return advice;
  }
}
