package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.sampling.ValidityMode;
import io.github.molweave.selfies.Selfies;
import io.github.molweave.selfies.SelfiesVersion;
import io.github.molweave.selfies.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page translates what the shipped model draws, sense and nonsense, as the JVM does. */
class SelfiesParityTest {
  private static RuntimePage page;

  @BeforeAll
  static void open() {
    page = RuntimePage.open(BrowserRuntime.CHROMIUM_JS, "translation.js", Map.of());
  }

  @AfterAll
  static void close() {
    if (page != null) {
      page.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void translatesDrawnMoleculesThereAndBack(SelfiesVersion version) {
    List<String> smiles = new ArrayList<>();
    for (List<String> draw : ShippedMolecules.fromJvm()) {
      draw.forEach(line -> smiles.add(line.split("\t", -1)[1]));
    }
    List<String> encoded = smiles.stream().map(text -> encode(text, version)).toList();
    assertTrue(encoded.stream().filter(text -> text.startsWith("[")).count() > 50, "molecules");
    assertTrue(encoded.stream().anyMatch(text -> text.startsWith("selfies-")), "nonsense");
    assertEquals(encoded, translate("encode", smiles, version));
    List<String> decoded = encoded.stream().map(text -> decode(text, version)).toList();
    assertEquals(decoded, translate("decode", encoded, version));
  }

  @Test
  void aHundredThousandNestedBranchesAreNoTrouble() {
    String nested = "C(".repeat(100_000) + "C" + ")".repeat(100_000);
    List<String> answer = translate("encode", List.of(nested), SelfiesVersion.TWO);
    assertEquals(List.of(encode(nested, SelfiesVersion.TWO)), answer);
  }

  @ParameterizedTest
  @EnumSource(BrowserRuntime.class)
  void drawsFromAModelThatWritesSelfiesWhatTheJvmDraws(BrowserRuntime runtime) {
    byte[] model = TinyModel.LSTM.inSelfies();
    Draw draw = Draw.of(5, 1, 60).with(ValidityMode.REJECT);
    List<String> expected = JvmMolecules.draw(model, draw);
    assertTrue(expected.stream().anyMatch(line -> line.endsWith("no such symbol")), "refused");
    assertTrue(expected.stream().filter(line -> line.endsWith("none")).count() > 20, "molecules");
    try (RuntimePage drawing =
        RuntimePage.open(runtime, "parity.js", Map.of("selfies.safetensors", model))) {
      List<?> requests = List.of(draw.request());
      Object answer =
          drawing.call("drawMolecules", List.of("selfies.safetensors", runtime.engine(), requests));
      assertEquals(List.of(expected), answer);
    }
  }

  @SuppressWarnings("unchecked") // What translate answers: a text for each text.
  private static List<String> translate(
      String direction, List<String> texts, SelfiesVersion version) {
    List<?> arguments = List.of(direction, texts, Integer.parseInt(version.id()));
    return (List<String>) page.call("translate", arguments);
  }

  private static String encode(String text, SelfiesVersion version) {
    return words(Selfies.encode(text, version));
  }

  private static String decode(String text, SelfiesVersion version) {
    return words(Selfies.decode(text, version));
  }

  private static String words(Translation answer) {
    return answer instanceof Translation.Refused refused
        ? refused.problem().id() + " " + refused.position() + " " + refused.message()
        : ((Translation.Translated) answer).text();
  }
}
