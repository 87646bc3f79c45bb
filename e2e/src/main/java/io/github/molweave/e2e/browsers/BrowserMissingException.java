package io.github.molweave.e2e.browsers;

/** A program that an engine needs is not on this machine. */
public final class BrowserMissingException extends Exception {
  private static final long serialVersionUID = 1L;

  BrowserMissingException(String program, String debianPackage) {
    super(program + " is not installed; on Debian: apt-get install " + debianPackage);
  }

  BrowserMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
