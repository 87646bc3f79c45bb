package io.github.molweave.trainer.conversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.conversion.TokenOptions.Unnamed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models that {@code make_keras.py} wrote, against what Keras' equations say of them. */
final class KerasConversionTest {
  private static Conversion convert(String folder) throws ConversionException {
    TokenOptions nothing =
        new TokenOptions(null, null, null, List.of(), Map.of(), null, null, Unnamed.REFUSE);
    return Conversion.ofKeras(GoldenSteps.file(folder), null, nothing);
  }

  @Test
  void theBooksModelWithoutEndSaysWhatItSaid() throws ConversionException, IOException {
    ModelFile model = convert("dream").model();
    assertEquals(new Architecture(CellKind.GRU_RESET_BEFORE, 26, 16, 32, 1), model.architecture());
    Vocabulary vocabulary = model.vocabulary();
    assertEquals("[nop]", vocabulary.token(0));
    assertEquals(0, vocabulary.start());
    assertEquals(0, vocabulary.maskToken());
    assertEquals(Vocabulary.NONE, vocabulary.end());
    assertEquals(new LengthRange(1, 99), model.lengths());
    assertEquals(Notation.SELFIES, model.notation());
    GoldenSteps.of("dream.steps").assertAgree(model, IntStream.range(0, 26).toArray());
  }

  @Test
  void aModelOfTwoLayersWithResetAfterSaysWhatItSaid() throws ConversionException, IOException {
    Conversion conversion = convert("after");
    ModelFile model = conversion.model();
    assertEquals(new Architecture(CellKind.GRU_RESET_AFTER, 27, 12, 24, 2), model.architecture());
    Vocabulary vocabulary = model.vocabulary();
    assertEquals("<start>", vocabulary.token(vocabulary.start()));
    assertEquals("<end>", vocabulary.token(vocabulary.end()));
    assertEquals(Notation.SMILES, model.notation());
    String changes = String.join("\n", conversion.changes());
    assertTrue(changes.contains("stored as uint16 were widened"), changes);
    assertTrue(changes.contains("'dense' of class 'Dense' has no bias"), changes);
    GoldenSteps.of("after.steps").assertAgree(model, IntStream.range(1, 28).toArray());
  }

  @Test
  void anLstmThatMasksItsPaddingSaysWhatItSaid() throws ConversionException, IOException {
    ModelFile model = convert("lstm").model();
    assertEquals(new Architecture(CellKind.LSTM, 28, 16, 32, 1), model.architecture());
    Vocabulary vocabulary = model.vocabulary();
    assertEquals("<pad>", vocabulary.token(vocabulary.maskToken()));
    assertEquals("<start>", vocabulary.token(vocabulary.start()));
    GoldenSteps.of("lstm.steps").assertAgree(model, IntStream.range(0, 28).toArray());
  }

  @Test
  void weightsKeepTheirBits() throws ConversionException, IOException {
    byte[] shard = Files.readAllBytes(GoldenSteps.file("dream/group1-shard1of1.bin"));
    ByteBuffer floats = ByteBuffer.wrap(shard).order(ByteOrder.LITTLE_ENDIAN);
    // The manifest begins with the kernel of Dense, [32, 32], its bias, [32], and the embedding.
    Tensor.F32 output = (Tensor.F32) convert("dream").model().tensors().get("output.weight");
    Tensor.F32 rows = (Tensor.F32) convert("dream").model().tensors().get("embedding.weight");
    float[] kernel = new float[26 * 32];
    float[] embedding = new float[26 * 16];
    for (int token = 0; token < 26; token++) {
      for (int unit = 0; unit < 32; unit++) {
        kernel[token * 32 + unit] = floats.getFloat(4 * (unit * 32 + token));
      }
      for (int at = 0; at < 16; at++) {
        embedding[token * 16 + at] = floats.getFloat(4 * (32 * 32 + 32 + token * 16 + at));
      }
    }
    assertArrayEquals(kernel, output.values());
    assertArrayEquals(embedding, rows.values());
  }
}
