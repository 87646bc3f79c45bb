package io.github.molweave.browser;

import io.github.molweave.chemistry.AtomHighlights;
import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.DataField;
import io.github.molweave.chemistry.Drawing;
import io.github.molweave.chemistry.DrawingJson;
import io.github.molweave.chemistry.DrawingOptions;
import io.github.molweave.chemistry.HighlightScale;
import io.github.molweave.chemistry.Ink;
import io.github.molweave.chemistry.MolecularFormula;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.MolfileVersion;
import io.github.molweave.chemistry.Palette;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.chemistry.StructureDrawing;
import io.github.molweave.chemistry.StructureFile;
import io.github.molweave.chemistry.SvgWriter;
import io.github.molweave.chemistry.TokenAtoms;
import io.github.molweave.properties.MolecularProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int8Array;

/** The chemistry bundle's exports. Each takes a SMILES text and answers with a plain object. */
public final class ChemistryDoor {
  private ChemistryDoor() {}

  /** TeaVM's entry point; there is nothing to start. */
  public static void main(String[] unused) {}

  /**
   * The picture: {@code {svg}}.
   *
   * @param width and {@code height}: the ranges of {@link DrawingOptions}
   * @param palette the name of one
   * @param highlights one for each atom of the SMILES, or none at all; not a number for no disc
   */
  @JSExport
  public static JSObject draw(
      String smiles, int width, int height, String title, String palette, Float64Array highlights) {
    return drawn(
        smiles,
        () -> options(width, height, title, palette, highlights),
        drawing -> text("svg", SvgWriter.write(drawing)));
  }

  /** The same picture for a canvas: {@code {drawing}}, the text of {@link DrawingJson}. */
  @JSExport
  public static JSObject commands(
      String smiles, int width, int height, String palette, Float64Array highlights) {
    return drawn(
        smiles,
        () -> options(width, height, "", palette, highlights),
        drawing -> text("drawing", DrawingJson.write(drawing)));
  }

  private static DrawingOptions options(
      int width, int height, String title, String palette, Float64Array highlights) {
    return new DrawingOptions(
        width,
        height,
        title,
        Palette.ofId(palette),
        AtomHighlights.of(highlights.copyToJavaArray()));
  }

  private static JSObject drawn(
      String smiles, Supplier<DrawingOptions> options, Function<Drawing, JSObject> result) {
    return answer(
        smiles,
        molecule -> {
          try {
            return result.apply(StructureDrawing.of(molecule, options.get()));
          } catch (IllegalArgumentException unfit) {
            return Answers.error("drawing-highlights", unfit.getMessage());
          }
        });
  }

  /** The colours of highlights: {@code {colours: [{colour, opacity}]}}, from 0 to 1. */
  @JSExport
  public static JSObject highlightScale(String palette, int steps) {
    JSArray<JSObject> colours = new JSArray<>();
    for (int step = 0; step < steps; step++) {
      Ink ink = HighlightScale.ink(Palette.ofId(palette), (double) step / (steps - 1));
      colours.push(colour(ink.colour(), ink.opacity()));
    }
    return colours(colours);
  }

  /** A molfile, {@code {molfile}}; {@code version} is the name of one. */
  @JSExport
  public static JSObject molfile(String smiles, String name, String version) {
    return filed(
        smiles,
        molecule ->
            text("molfile", StructureFile.molfile(molecule, name, MolfileVersion.ofId(version))));
  }

  /**
   * An entry of an SD file: {@code {entry}}.
   *
   * @param names of the fields, as {@link DataField} allows them
   * @param values as many
   */
  @JSExport
  public static JSObject sdfEntry(
      String smiles, String name, String version, String[] names, String[] values) {
    return filed(
        smiles,
        molecule -> {
          List<DataField> fields = new ArrayList<>();
          for (int i = 0; i < names.length; i++) {
            fields.add(new DataField(names[i], values[i]));
          }
          return text(
              "entry",
              StructureFile.sdfEntry(molecule, name, MolfileVersion.ofId(version), fields));
        });
  }

  private static JSObject filed(String smiles, Function<Molecule, JSObject> question) {
    return answer(
        smiles,
        molecule -> {
          try {
            return question.apply(molecule);
          } catch (IllegalArgumentException unfit) {
            return Answers.error("structure-file", unfit.getMessage());
          }
        });
  }

  /** Which atoms each token speaks of: {@code {tokens: [{text, kind, atoms}]}}. */
  @JSExport
  public static JSObject tokenAtoms(String smiles) {
    return answer(
        smiles,
        molecule -> {
          JSArray<JSObject> tokens = new JSArray<>();
          for (TokenAtoms.Token token : TokenAtoms.of(molecule).tokens()) {
            JSArray<JSNumber> atoms = new JSArray<>();
            for (int atom : token.atoms()) {
              atoms.push(JSNumber.valueOf(atom));
            }
            tokens.push(token(token.text(), token.kind().id(), atoms));
          }
          return tokens(tokens);
        });
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

  /** All of {@link MolecularProperties}, under the names of its components. */
  @JSExport
  public static JSObject properties(String smiles) {
    return answer(smiles, molecule -> PropertiesAnswer.of(MolecularProperties.of(molecule)));
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

  /** Opens a novelty filter: {@code {modelId, molecules, unreadable, falseAlarmRate}}. */
  @JSExport
  public static JSObject openFilter(int number, Int8Array file) {
    return FilterDoor.open(number, file.copyToJavaArray());
  }

  /** Whether a molecule was in the corpus of a filter: {@code {verdict, rate}}. */
  @JSExport
  public static JSObject inTrainingSet(String smiles, int number) {
    return answer(smiles, molecule -> FilterDoor.ask(number, molecule));
  }

  /** Forgets a filter: an empty answer. */
  @JSExport
  public static JSObject closeFilter(int number) {
    FilterDoor.close(number);
    return nothing();
  }

  @JSBody(script = "return {};")
  private static native JSObject nothing();

  private static JSObject answer(String smiles, Function<Molecule, JSObject> question) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    if (reading instanceof Reading.Rejected rejected) {
      return unreadable(rejected.id(), rejected.reason(), rejected.position(), rejected.related());
    }
    return question.apply(((Reading.Understood) reading).molecule());
  }

  @JSBody(
      params = {"name", "value"},
      script = "var object = {}; object[name] = value; return object;")
  private static native JSObject text(String name, String value);

  @JSBody(
      params = {"colour", "opacity"},
      script = "return {colour: colour, opacity: opacity};")
  private static native JSObject colour(String colour, double opacity);

  @JSBody(params = "colours", script = "return {colours: colours};")
  private static native JSObject colours(JSArray<JSObject> colours);

  @JSBody(
      params = {"text", "kind", "atoms"},
      script = "return {text: text, kind: kind, atoms: atoms};")
  private static native JSObject token(String text, String kind, JSArray<JSNumber> atoms);

  @JSBody(params = "tokens", script = "return {tokens: tokens};")
  private static native JSObject tokens(JSArray<JSObject> tokens);

  @JSBody(
      params = {"smiles", "idcode"},
      script = "return {smiles: smiles, idcode: idcode};")
  private static native JSObject canonicalForm(String smiles, String idcode);

  @JSBody(
      params = {"formula", "weight", "heavyAtoms"},
      script = "return {formula: formula, weight: weight, heavyAtoms: heavyAtoms};")
  private static native JSObject composition(String formula, double weight, int heavyAtoms);

  @JSBody(
      params = {"id", "message", "position", "related"},
      script = "return {error: {id: id, message: message, position: position, related: related}};")
  private static native JSObject unreadable(String id, String message, int position, int related);
}
