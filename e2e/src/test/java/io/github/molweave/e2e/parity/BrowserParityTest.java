package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.e2e.site.ShippedModel;
import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.network.ClampedUnits;
import io.github.molweave.network.HiddenUnit;
import io.github.molweave.sampling.ValidityMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each browser runtime draws, to the character and the bit, what the JVM draws. */
@ParameterizedClass(name = "{0}")
@EnumSource(BrowserRuntime.class)
class BrowserParityTest {
  @Parameter BrowserRuntime runtime;
  private static RuntimePage page;

  @BeforeParameterizedClassInvocation
  static void open(BrowserRuntime runtime) {
    Map<String, byte[]> models = new HashMap<>();
    for (TinyModel model : TinyModel.values()) {
      models.put(model.fileName(), model.bytes());
      models.put("quantised-" + model.fileName(), model.quantised());
    }
    page = RuntimePage.open(runtime, "parity.js", models);
  }

  @AfterParameterizedClassInvocation
  static void close() {
    if (page != null) {
      page.close();
    }
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void drawsTheGoldenMolecules(TinyModel model) {
    assertEquals(GoldenMolecules.lines(model), drawn(model, model.fileName()));
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void drawsTheSameFromTheQuantisedFile(TinyModel model) {
    assertEquals(GoldenMolecules.lines(model), drawn(model, "quantised-" + model.fileName()));
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void guardsMoleculesAsTheJvmDoes(TinyModel model) {
    List<Draw> draws = new ArrayList<>();
    for (ValidityMode mode : List.of(ValidityMode.REJECT, ValidityMode.MASK)) {
      for (Draw draw : GoldenMolecules.draws()) {
        draws.add(draw.with(mode));
      }
    }
    List<List<String>> answers = draw(model.fileName(), draws);
    assertEquals(draws.size(), answers.size());
    for (int draw = 0; draw < draws.size(); draw++) {
      assertEquals(
          String.join("\n", JvmMolecules.draw(model.bytes(), draws.get(draw))),
          String.join("\n", answers.get(draw)),
          runtime + ", " + draws.get(draw));
    }
  }

  @Test
  void drawsFromTheShippedModelWhatTheJvmDraws() {
    List<Draw> draws = ShippedMolecules.draws();
    List<List<String>> answers = draw(ShippedModel.address(), draws);
    assertEquals(draws.size(), answers.size());
    for (int draw = 0; draw < draws.size(); draw++) {
      assertEquals(
          String.join("\n", ShippedMolecules.fromJvm().get(draw)),
          String.join("\n", answers.get(draw)),
          runtime + ", " + draws.get(draw));
    }
  }

  /** The JVM draws from a file in which nothing reads the units. */
  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void clampsHiddenUnitsAsTheJvmDoes(TinyModel model) {
    ModelFile file = ModelFileReader.read(model.bytes());
    int last = file.architecture().layers() - 1;
    List<HiddenUnit> units = List.of(new HiddenUnit(0, 3), new HiddenUnit(last, 17));
    ModelFile clamped = ClampedUnits.in(file, units);
    List<Map<String, Integer>> asked =
        List.of(Map.of("unit", 3), Map.of("layer", last, "unit", 17));
    List<Draw> draws = List.of(Draw.of(7, 1, 8), Draw.of(7, 0.7, 8).with(ValidityMode.REJECT));
    List<Map<String, Object>> requests = draws.stream().map(Draw::request).toList();
    List<List<String>> expected =
        draws.stream()
            .map(draw -> JvmMolecules.draw(ModelFileWriter.write(clamped), draw))
            .toList();
    assertEquals(
        expected,
        page.call("drawMolecules", List.of(model.fileName(), runtime.engine(), requests, asked)));
    for (List<Map<String, Integer>> wish : List.of(asked, List.<Map<String, Integer>>of())) {
      assertEquals(
          JvmMolecules.states(wish.isEmpty() ? file : clamped, "CC(=O)[nH]"),
          page.call(
              "hiddenStates", List.of(model.fileName(), runtime.engine(), wish, "CC(=O)[nH]")));
    }
  }

  @Test
  void refusesToClampWhatIsNotThere() {
    List<List<Map<String, Object>>> wishes =
        List.of(
            List.of(Map.of("unit", 24)),
            List.of(Map.of("layer", 1, "unit", 0)),
            List.of(Map.of("layer", 0)),
            List.of(Map.of("unit", "3")));
    assertEquals(
        List.of(
            "RangeError: unit must be a whole number from 0 to 23, not 24",
            "RangeError: layer must be a whole number from 0 to 0, not 1",
            "RangeError: unit must be a whole number from 0 to 23, not undefined",
            "RangeError: unit must be a whole number from 0 to 23, not 3",
            "model-closed"),
        page.call(
            "refusedUnits",
            List.of(TinyModel.GRU_RESET_BEFORE.fileName(), runtime.engine(), wishes)));
  }

  @SuppressWarnings("unchecked") // What drawMolecules answers: a list of lines for each request.
  private List<List<String>> draw(String address, List<Draw> draws) {
    List<Map<String, Object>> requests = draws.stream().map(Draw::request).toList();
    return (List<List<String>>)
        page.call("drawMolecules", List.of(address, runtime.engine(), requests));
  }

  private List<String> drawn(TinyModel model, String address) {
    return GoldenMolecules.named(model, draw(address, GoldenMolecules.draws()));
  }
}
