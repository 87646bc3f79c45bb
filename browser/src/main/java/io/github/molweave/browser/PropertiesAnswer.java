package io.github.molweave.browser;

import io.github.molweave.properties.MolecularProperties;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The properties of a molecule as a plain object; {@code index.d.ts} says what it holds. */
final class PropertiesAnswer {
  private PropertiesAnswer() {}

  static JSObject of(MolecularProperties properties) {
    JSObject answer = withFormula(properties.formula());
    put(answer, "weight", properties.weight());
    put(answer, "logP", properties.logP());
    put(answer, "polarSurface", properties.polarSurface());
    put(answer, "donors", properties.donors());
    put(answer, "acceptors", properties.acceptors());
    put(answer, "rotatableBonds", properties.rotatableBonds());
    put(answer, "rings", properties.rings());
    put(answer, "aromaticRings", properties.aromaticRings());
    put(answer, "stereocentres", properties.stereocentres());
    put(answer, "markedStereocentres", properties.markedStereocentres());
    put(answer, "fractionSp3", properties.fractionSp3());
    put(answer, "qed", properties.qed());
    put(answer, "saLike", properties.saLike());
    put(answer, "lipinskiViolations", properties.lipinskiViolations());
    return answer;
  }

  @JSBody(params = "formula", script = "return {formula: formula};")
  private static native JSObject withFormula(String formula);

  @JSBody(
      params = {"object", "name", "value"},
      script = "object[name] = value;")
  private static native void put(JSObject object, String name, double value);
}
