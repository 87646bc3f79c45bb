package io.github.molweave.browser;

import io.github.molweave.selfies.SelfiesDecoder;
import io.github.molweave.selfies.SelfiesProblem;
import io.github.molweave.selfies.SelfiesVersion;
import io.github.molweave.selfies.Translation;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** SELFIES as the engine reads it: asked of {@link SelfiesDoor}, in its own bundle. */
final class SelfiesBundle implements SelfiesDecoder {
  private final Exports exports;

  SelfiesBundle(Exports exports) {
    this.exports = exports;
  }

  @Override
  public Translation decode(String selfies, SelfiesVersion version) {
    Answer answer = exports.decode(selfies, version.id());
    String text = answer.getText();
    return text.isEmpty()
        ? new Translation.Refused(
            SelfiesProblem.ofId(answer.getProblem()), answer.getPosition(), answer.getReason())
        : new Translation.Translated(text);
  }

  /** What is used of the bundle. */
  interface Exports extends JSObject {
    /** See {@link SelfiesDoor#decode}. */
    Answer decode(String selfies, String version);
  }

  /** A translation; the text is empty when it was refused, and the rest there only then. */
  interface Answer extends JSObject {
    @JSProperty
    String getText();

    @JSProperty
    String getProblem();

    @JSProperty
    int getPosition();

    @JSProperty
    String getReason();
  }
}
