package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.CellKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelIdTest {
  private static final ModelFile MODEL = TinyModels.fourTokens(CellKind.GRU_RESET_AFTER);

  @Test
  void hasSixtyFourHexadecimalDigits() {
    assertTrue(ModelId.of(MODEL).matches("[0-9a-f]{64}"));
  }

  @Test
  void isTheSameForAFloatFileAndItsExport() {
    assertEquals(ModelId.of(MODEL), ModelId.of(Quantisation.quantise(MODEL)));
  }

  @Test
  void isTheSameWhateverTheCardSays() {
    ModelFile edited =
        new ModelFile(
            MODEL.architecture(),
            MODEL.vocabulary(),
            MODEL.notation(),
            MODEL.lengths(),
            Map.of("licence", "another"),
            MODEL.tensors());

    assertEquals(ModelId.of(MODEL), ModelId.of(edited));
  }

  @Test
  void isAnotherWhenOneBiasDiffers() {
    float[] bias = TinyModels.floats(MODEL, "output.bias").clone();
    bias[2] = Math.nextUp(bias[2]);

    assertNotEquals(ModelId.of(MODEL), ModelId.of(TinyModels.with(MODEL, "output.bias", bias)));
  }
}
