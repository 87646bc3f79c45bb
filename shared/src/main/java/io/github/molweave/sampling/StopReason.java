package io.github.molweave.sampling;

/** Why a molecule is no longer growing. */
public enum StopReason {
  /** The model drew END: the molecule is complete. */
  END_TOKEN("end"),
  /**
   * The molecule has as many tokens as it may have: the maximum length, or, for a model without
   * END, the length drawn for it.
   */
  LENGTH_LIMIT("length"),
  /** Somebody asked for the molecule before it was done. */
  CANCELLED("cancelled");

  private final String id;

  StopReason(String id) {
    this.id = id;
  }

  /** The spelling in files and in JavaScript. */
  public String id() {
    return id;
  }
}
