package io.github.molweave.browser;

import io.github.molweave.selfies.Selfies;
import io.github.molweave.selfies.SelfiesVersion;
import io.github.molweave.selfies.Translation;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/**
 * The exports of SELFIES: for those who translate, and for the engine when a model writes it. A
 * bundle of its own, because most pages need neither. {@code version} is 1 or 2.
 */
public final class SelfiesDoor {
  private SelfiesDoor() {}

  /** TeaVM's entry point; there is nothing to start. */
  public static void main(String[] unused) {}

  /** The SELFIES of a SMILES text: {@code {text}}, or {@code {error}}. */
  @JSExport
  public static JSObject toSelfies(String smiles, String version) {
    return told(Selfies.encode(smiles, SelfiesVersion.ofId(version)));
  }

  /** The SMILES of a SELFIES text: {@code {text}}, or {@code {error}}. */
  @JSExport
  public static JSObject fromSelfies(String selfies, String version) {
    return told(Selfies.decode(selfies, SelfiesVersion.ofId(version)));
  }

  /** The same for the engine: {@link SelfiesBundle} makes a {@link Translation} of it again. */
  @JSExport
  public static JSObject decode(String selfies, String version) {
    Translation translation = Selfies.decode(selfies, SelfiesVersion.ofId(version));
    if (translation instanceof Translation.Refused refused) {
      return refusal(refused.problem().id(), refused.position(), refused.reason());
    }
    return text(((Translation.Translated) translation).text());
  }

  private static JSObject told(Translation translation) {
    if (translation instanceof Translation.Refused refused) {
      return error(refused.problem().id(), refused.message(), refused.position());
    }
    return text(((Translation.Translated) translation).text());
  }

  @JSBody(params = "text", script = "return {text: text};")
  private static native JSObject text(String text);

  @JSBody(
      params = {"id", "message", "position"},
      script = "return {error: {id: id, message: message, position: position}};")
  private static native JSObject error(String id, String message, int position);

  @JSBody(
      params = {"problem", "position", "reason"},
      script = "return {text: '', problem: problem, position: position, reason: reason};")
  private static native JSObject refusal(String problem, int position, String reason);
}
