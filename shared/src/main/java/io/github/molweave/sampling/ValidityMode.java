package io.github.molweave.sampling;

/** What is done about drawn text that is no molecule. */
public enum ValidityMode {
  /** Nothing: what the model says, invalid text kept. */
  OFF("off"),
  /** An invalid sample is drawn again, with the noise of the next attempt. */
  REJECT("reject"),
  /** Tokens that cannot lead to a valid molecule are not drawn. */
  MASK("mask");

  private final String id;

  ValidityMode(String id) {
    this.id = id;
  }

  /** The spelling on the command line and in JavaScript. */
  public String id() {
    return id;
  }

  /** The mode spelled {@code id}, or null when there is none. */
  public static ValidityMode ofId(String id) {
    for (ValidityMode mode : values()) {
      if (mode.id.equals(id)) {
        return mode;
      }
    }
    return null;
  }
}
