package io.github.molweave.browser;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.DrawingOptions;
import io.github.molweave.chemistry.MolecularFormula;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.chemistry.StructureDrawing;
import java.util.function.Function;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The chemistry bundle's exports. Each takes a SMILES text and answers with a plain object. */
public final class ChemistryDoor {
  private ChemistryDoor() {}

  /** TeaVM's entry point; there is nothing to start. */
  public static void main(String[] unused) {}

  /** The picture: {@code {svg}}; the ranges of {@link DrawingOptions}. */
  @JSExport
  public static JSObject draw(String smiles, int width, int height, String title) {
    return answer(
        smiles,
        molecule ->
            picture(StructureDrawing.svg(molecule, new DrawingOptions(width, height, title))));
  }

  /** The canonical form: {@code {smiles, idcode}}. */
  @JSExport
  public static JSObject canonical(String smiles) {
    return answer(
        smiles,
        molecule -> {
          CanonicalForm form = CanonicalForm.of(molecule);
          return canonicalForm(form.smiles(), form.idcode());
        });
  }

  /** What it is made of: {@code {formula, weight, heavyAtoms}}. */
  @JSExport
  public static JSObject formula(String smiles) {
    return answer(
        smiles,
        molecule -> {
          MolecularFormula formula = MolecularFormula.of(molecule);
          return composition(formula.text(), formula.weight(), molecule.heavyAtoms());
        });
  }

  /** Adds a molecule to a collection unless it is there: {@code {number, fresh}}. */
  @JSExport
  public static JSObject collect(String smiles, int collection) {
    return answer(smiles, molecule -> CollectionDoor.add(collection, molecule));
  }

  /** The likest other molecule of a collection: {@code {nearest}}, null when there is none. */
  @JSExport
  public static JSObject nearest(int collection, int number) {
    return CollectionDoor.nearest(collection, number);
  }

  /** Forgets a collection: an empty answer. */
  @JSExport
  public static JSObject forget(int collection) {
    CollectionDoor.forget(collection);
    return nothing();
  }

  @JSBody(script = "return {};")
  private static native JSObject nothing();

  private static JSObject answer(String smiles, Function<Molecule, JSObject> question) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    if (reading instanceof Reading.Rejected rejected) {
      return unreadable(rejected.id(), rejected.reason(), rejected.position());
    }
    return question.apply(((Reading.Understood) reading).molecule());
  }

  @JSBody(params = "svg", script = "return {svg: svg};")
  private static native JSObject picture(String svg);

  @JSBody(
      params = {"smiles", "idcode"},
      script = "return {smiles: smiles, idcode: idcode};")
  private static native JSObject canonicalForm(String smiles, String idcode);

  @JSBody(
      params = {"formula", "weight", "heavyAtoms"},
      script = "return {formula: formula, weight: weight, heavyAtoms: heavyAtoms};")
  private static native JSObject composition(String formula, double weight, int heavyAtoms);

  @JSBody(
      params = {"id", "message", "position"},
      script = "return {error: {id: id, message: message, position: position}};")
  private static native JSObject unreadable(String id, String message, int position);
}
