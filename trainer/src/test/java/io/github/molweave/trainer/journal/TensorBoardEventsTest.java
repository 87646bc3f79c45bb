package io.github.molweave.trainer.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.molweave.trainer.evaluation.Share;
import io.github.molweave.trainer.journal.JournalLine.Epoch;
import io.github.molweave.trainer.journal.JournalLine.Samples;
import io.github.molweave.trainer.journal.JournalLine.Step;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardEventsTest {
  @TempDir private Path folder;

  /** The golden file is write_events.py's, which uses TensorBoard's own classes. */
  @Test
  void writesTheBytesThatTensorBoardWrites() throws Exception {
    byte[] golden;
    try (InputStream file = getClass().getResourceAsStream("golden.tfevents")) {
      golden = file.readAllBytes();
    }
    Path events = folder.resolve("out.tfevents");
    JournalFile journal = JournalFile.tensorBoard(events);
    journal.begin(List.of());
    Instant first = Instant.parse("2026-11-22T22:00:00.250Z");
    journal.add(new Step(first, 1, 1, 3.875, 0.1, 1e-4, Double.NaN));
    journal.add(new Step(first.plusMillis(1250), 300, 1, 1.5, 2, 0.002, 12345.678));
    Samples samples =
        new Samples(new Share(9, 10), new Share(9, 9), new Share(1, 2), List.of("CCO"));
    journal.add(new Epoch(first.plusMillis(99_750), 4_000_000_000L, 1, 1.25, 1.125, true, samples));
    assertArrayEquals(golden, Files.readAllBytes(events));
  }
}
