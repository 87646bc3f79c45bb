package io.github.molweave.trainer.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.conversion.TokenOptions.Unnamed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Networks that {@code make_pytorch.py} trained, against what PyTorch says of them. */
final class PyTorchConversionTest {
  private static Conversion convert(String network, String vocabulary, TokenOptions options)
      throws ConversionException {
    return Conversion.ofPyTorch(
        GoldenSteps.file(network + ".safetensors"),
        Set.of(),
        GoldenSteps.file(vocabulary),
        options);
  }

  private static TokenOptions renaming(Map<String, String> renamed) {
    return new TokenOptions(null, null, null, List.of(), renamed, null, null, Unnamed.REFUSE);
  }

  @Test
  void reinventsNetworkSaysWhatItSaid() throws ConversionException, IOException {
    Conversion conversion = convert("reinvent", "reinvent.json", renaming(Map.of()));
    ModelFile model = conversion.model();
    assertEquals(new Architecture(CellKind.LSTM, 27, 16, 32, 2), model.architecture());
    Vocabulary vocabulary = model.vocabulary();
    assertEquals("^", vocabulary.token(vocabulary.start()));
    assertEquals("$", vocabulary.token(vocabulary.end()));
    assertEquals(Notation.SMILES, model.notation());
    assertEquals(List.of(), conversion.changes());
    GoldenSteps.of("reinvent.steps").assertAgree(model, IntStream.range(0, 27).toArray());
  }

  @Test
  void rowsOfPaddingAndUnknownAreLeftOutAndTheOthersSayWhatTheySaid()
      throws ConversionException, IOException {
    Conversion conversion = convert("words", "words.txt", renaming(Map.of()));
    ModelFile model = conversion.model();
    assertEquals(new Architecture(CellKind.GRU_RESET_AFTER, 27, 32, 32, 1), model.architecture());
    Vocabulary vocabulary = model.vocabulary();
    assertEquals(List.of("<bos>", "<eos>", "#"), vocabulary.tokens().subList(0, 3));
    assertEquals(0, vocabulary.start());
    assertEquals(1, vocabulary.end());
    String changes = String.join("\n", conversion.changes());
    assertTrue(changes.contains("'<pad>' was left out"), changes);
    assertTrue(changes.contains("'<unk>' was left out"), changes);
    assertTrue(changes.contains("16 bits were widened to 32, exactly"), changes);
    GoldenSteps.of("words.steps").assertAgree(model, IntStream.range(2, 29).toArray());
  }

  @Test
  void cellsWithoutBiasesInDoublePrecisionSayWhatTheySaid()
      throws ConversionException, IOException {
    Conversion conversion = convert("cells", "cells.json", renaming(Map.of("L", "Cl", "R", "Br")));
    ModelFile model = conversion.model();
    assertEquals(new Architecture(CellKind.GRU_RESET_AFTER, 27, 12, 24, 3), model.architecture());
    assertEquals("GO", model.vocabulary().token(model.vocabulary().start()));
    assertTrue(model.vocabulary().tokens().containsAll(List.of("Cl", "Br")));
    String changes = String.join("\n", conversion.changes());
    assertTrue(changes.contains("there is no rnn.bias_ih_l2; zeros stand for it"), changes);
    assertTrue(changes.contains("64 bits were rounded to 32"), changes);
    GoldenSteps.of("cells.steps").assertAgree(model, IntStream.range(0, 27).toArray());
  }
}
