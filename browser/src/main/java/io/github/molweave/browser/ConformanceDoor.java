package io.github.molweave.browser;

import org.teavm.jso.JSExport;

/** The exports of the conformance page; see {@link Conformance}. Never shipped. */
public final class ConformanceDoor {
  private ConformanceDoor() {}

  /** TeaVM's entry point; there is nothing to start. */
  public static void main(String[] unused) {}

  /** {@link Conformance#hash} of the function named {@code function}. */
  @JSExport
  public static int hash(String function, int count) {
    return Conformance.hash(function, count);
  }
}
