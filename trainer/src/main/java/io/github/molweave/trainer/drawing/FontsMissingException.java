package io.github.molweave.trainer.drawing;

/** This machine has no fonts that Java could draw letters with. */
public final class FontsMissingException extends Exception {
  private static final long serialVersionUID = 1L;

  FontsMissingException(Throwable cause) {
    super(
        "this machine has no fonts for the letters of a picture. Install some (on Debian or Ubuntu:"
            + " apt-get install fontconfig fonts-dejavu-core), or write .svg",
        cause);
  }
}
