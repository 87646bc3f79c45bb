package io.github.molweave.trainer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.checkpoint.Checkpoint.EpochResult;
import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import io.github.molweave.trainer.checkpoint.CheckpointException.Problem;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.training.NetworkSettings;
import io.github.molweave.trainer.training.OptimiserSettings;
import io.github.molweave.trainer.training.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFileTest {
  @TempDir Path folder;
  private Path file;
  private Checkpoint checkpoint;

  @BeforeEach
  void writeOne() throws IOException {
    file = folder.resolve("checkpoint.bin");
    TrainingSettings settings =
        new TrainingSettings(
            new NetworkSettings(CellKind.GRU_RESET_AFTER, 1, 2, 1, 0.1),
            new OptimiserSettings(0.01, OptionalInt.of(7), 1.5, 0.3),
            5,
            2,
            3,
            40,
            77);
    int size = new ParameterLayout(settings.architecture(3)).size();
    float[] parameters = new float[size];
    float[] first = new float[size];
    float[] second = new float[size];
    for (int i = 0; i < size; i++) {
      parameters[i] = i + 0.25f;
      first[i] = -i;
      second[i] = 1f / (i + 1);
    }
    checkpoint =
        new Checkpoint(
            new RunIdentity(
                settings,
                List.of("<start>", "<end>", "C"),
                "corpus",
                Optional.of(new Origin("ab12", "a corpus", List.of("C")))),
            new Progress(
                2,
                7,
                12.5,
                99,
                List.of(new EpochResult(1.5, 1.25), new EpochResult(0.1 + 0.2, Double.NaN)),
                0.1 + 0.7),
            new NetworkState(parameters, first, second, 42));
    FileReplacement.write(file, out -> CheckpointFile.write(out, checkpoint));
  }

  @Test
  void whatWasWrittenIsRead() throws CheckpointException {
    Checkpoint read = CheckpointFile.read(file);
    assertEquals(checkpoint.identity(), read.identity());
    assertEquals(checkpoint.progress(), read.progress());
    assertEquals(42, read.network().updates());
    assertArrayEquals(checkpoint.network().parameters(), read.network().parameters());
    assertArrayEquals(checkpoint.network().firstMoment(), read.network().firstMoment());
    assertArrayEquals(checkpoint.network().secondMoment(), read.network().secondMoment());
  }

  @Test
  void aFileCutAnywhereIsDamaged() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertEquals(Problem.DAMAGED, problem(), "cut at " + length);
    }
  }

  @Test
  void aFileWithAnyByteChangedIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      Files.write(file, changed);
      Problem expected = at >= 4 && at < 8 ? Problem.OTHER_VERSION : Problem.DAMAGED;
      assertEquals(expected, problem(), "byte " + at);
    }
  }

  @Test
  void aFileThatIsTooLongIsDamaged() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertEquals(Problem.DAMAGED, problem());
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    byte[] before = Files.readAllBytes(file);
    assertThrows(
        IOException.class,
        () ->
            FileReplacement.write(
                file,
                out -> {
                  out.write(1);
                  throw new IOException("disk full");
                }));
    assertArrayEquals(before, Files.readAllBytes(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  private Problem problem() {
    return assertThrows(CheckpointException.class, () -> CheckpointFile.read(file)).problem();
  }
}
