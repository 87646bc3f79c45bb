package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.network.CellKind;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFileWriterTest {

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void whatIsWrittenIsReadBack(CellKind cell) {
    ModelFile written = TinyModels.fourTokens(cell);

    ModelFile read = ModelFileReader.read(ModelFileWriter.write(written));

    assertSame(written, read);
  }

  @Test
  void aModelWithoutEndKeepsItsLengths() {
    ModelFile read = ModelFileReader.read(ModelFileWriter.write(TinyModels.twoTokens()));

    assertEquals(new ModelFile.LengthRange(1, 4), read.lengths());
  }

  static void assertSame(ModelFile expected, ModelFile actual) {
    assertEquals(expected.architecture(), actual.architecture());
    assertEquals(expected.vocabulary().tokens(), actual.vocabulary().tokens());
    assertEquals(expected.vocabulary().start(), actual.vocabulary().start());
    assertEquals(expected.vocabulary().end(), actual.vocabulary().end());
    assertEquals(expected.vocabulary().maskToken(), actual.vocabulary().maskToken());
    assertEquals(expected.notation(), actual.notation());
    assertEquals(expected.lengths(), actual.lengths());
    assertEquals(expected.card(), actual.card());
    assertEquals(
        new ArrayList<>(expected.tensors().keySet()), new ArrayList<>(actual.tensors().keySet()));
    for (String name : expected.tensors().keySet()) {
      Tensor wanted = expected.tensors().get(name);
      Tensor found = actual.tensors().get(name);
      assertArrayEquals(wanted.shape(), found.shape());
      if (wanted instanceof Tensor.F32 floats) {
        assertArrayEquals(floats.values(), ((Tensor.F32) found).values(), 0f, name);
      } else {
        assertArrayEquals(((Tensor.I8) wanted).values(), ((Tensor.I8) found).values(), name);
      }
    }
  }
}
