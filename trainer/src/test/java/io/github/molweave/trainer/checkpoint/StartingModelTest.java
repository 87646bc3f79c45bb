package io.github.molweave.trainer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StartingModelTest {
  private static final Vocabulary TOKENS =
      new Vocabulary(List.of("C", "<start>", "N", "<end>"), 1, 3, Vocabulary.NONE);
  private static final ParameterLayout LAYOUT = layout(4);

  private static ParameterLayout layout(int tokens) {
    return new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, tokens, 3, 5, 2));
  }

  private static ModelFile model() {
    return TrainedModel.of(
        LAYOUT, LAYOUT.initialValues(3), TOKENS, Map.of("corpus", "ten molecules"));
  }

  @Test
  void givesTheVeryFloatsOfAFloatFile() {
    assertArrayEquals(LAYOUT.initialValues(3), new StartingModel(model()).parameters(LAYOUT));
  }

  @Test
  void givesTheFloatsThatAnInt8FileStandsForAndQuantisingThemAgainChangesNothing() {
    ModelFile rounded = Quantisation.quantise(model());
    float[] exact = LAYOUT.initialValues(3);
    float[] given = new StartingModel(rounded).parameters(LAYOUT);
    Slot output = LAYOUT.slot("output.weight");
    for (int row = 0; row < output.rows(); row++) {
      float largest = 0;
      for (int at = row * 5; at < row * 5 + 5; at++) {
        largest = Math.max(largest, Math.abs(exact[output.offset() + at]));
      }
      for (int at = row * 5; at < row * 5 + 5; at++) {
        int index = output.offset() + at;
        assertEquals(exact[index], given[index], largest / 127 * 0.5001);
      }
    }
    Slot embedding = LAYOUT.slot("embedding.weight");
    assertEquals(exact[embedding.offset() + 7], given[embedding.offset() + 7], "kept as floats");
    ModelFile again = Quantisation.quantise(TrainedModel.of(LAYOUT, given, TOKENS, Map.of()));
    assertArrayEquals(
        ((Tensor.I8) rounded.tensors().get("output.weight")).values(),
        ((Tensor.I8) again.tensors().get("output.weight")).values());
  }

  @Test
  void aNewTokenBeginsAsTheMeanOfTheTextTokens() {
    ParameterLayout wider = layout(6);
    float[] before = LAYOUT.initialValues(3);
    float[] after = new StartingModel(model()).parameters(wider);
    for (String name : List.of("embedding.weight", "output.weight", "output.bias")) {
      Slot narrow = LAYOUT.slot(name);
      Slot wide = wider.slot(name);
      int columns = narrow.columns();
      for (int i = 0; i < narrow.elements(); i++) {
        assertEquals(before[narrow.offset() + i], after[wide.offset() + i], name);
      }
      for (int column = 0; column < columns; column++) {
        // C is token 0 and N token 2; START and END are no text.
        double mean =
            (before[narrow.offset() + column] + before[narrow.offset() + 2 * columns + column])
                / 2.0;
        assertEquals(mean, after[wide.offset() + 4 * columns + column], 1e-7, name);
        assertEquals(mean, after[wide.offset() + 5 * columns + column], 1e-7, name);
      }
    }
    Slot narrow = LAYOUT.slot("rnn.weight_hh_l1");
    Slot wide = wider.slot("rnn.weight_hh_l1");
    assertEquals(before[narrow.offset() + 9], after[wide.offset() + 9], "moved as a whole");
  }

  @Test
  void isRememberedByIdCorpusAndAddedTokens() {
    Vocabulary wider =
        new Vocabulary(List.of("C", "<start>", "N", "<end>", "O", "S"), 1, 3, Vocabulary.NONE);
    Origin origin = new StartingModel(model()).origin(wider);
    assertEquals(List.of("O", "S"), origin.addedTokens());
    assertEquals("ten molecules", origin.corpus());
    assertTrue(origin.modelId().matches("[0-9a-f]{64}"), origin.modelId());
  }
}
