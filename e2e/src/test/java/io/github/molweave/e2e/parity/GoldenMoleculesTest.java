package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On the JVM the tiny models give their golden molecules. */
class GoldenMoleculesTest {

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void jvmDrawsTheGoldenMolecules(TinyModel model) {
    assertFalse(GoldenMolecules.lines(model).isEmpty());
    assertEquals(GoldenMolecules.lines(model), GoldenMolecules.fromJvm(model, model.bytes()));
  }

  @ParameterizedTest
  @EnumSource(TinyModel.class)
  void jvmDrawsTheSameFromTheQuantisedFile(TinyModel model) {
    assertEquals(GoldenMolecules.lines(model), GoldenMolecules.fromJvm(model, model.quantised()));
  }
}
