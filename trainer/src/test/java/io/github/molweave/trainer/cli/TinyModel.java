package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.device.ParameterLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A model that has learnt nothing, but draws, for tests of the command line. */
final class TinyModel {
  private TinyModel() {}

  static ModelFile model() {
    Vocabulary vocabulary =
        new Vocabulary(
            List.of("<start>", "<end>", "=", "C", "Cl", "N", "O", "[nH]"), 0, 1, Vocabulary.NONE);
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, vocabulary.size(), 4, 8, 1));
    return TrainedModel.of(
        layout,
        layout.initialValues(7),
        vocabulary,
        Map.of("name", "tiny", "terms", "first line\nsecond line"));
  }

  static Path writeTo(Path file) throws IOException {
    return Files.write(file, ModelFileWriter.write(model()));
  }
}
