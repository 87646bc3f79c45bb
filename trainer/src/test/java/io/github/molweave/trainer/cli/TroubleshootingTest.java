package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.checkpoint.CheckpointException;
import io.github.molweave.trainer.conversion.ConversionException;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.publicsets.SetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TroubleshootingTest {
  private static List<Exception> namedErrors() {
    List<Exception> errors = new ArrayList<>();
    for (CorpusException.Problem problem : CorpusException.Problem.values()) {
      errors.add(new CorpusException(problem, "words"));
    }
    for (SetException.Problem problem : SetException.Problem.values()) {
      errors.add(new SetException(problem, "words"));
    }
    for (CheckpointException.Problem problem : CheckpointException.Problem.values()) {
      errors.add(new CheckpointException(problem, "words"));
    }
    for (ConversionException.Problem problem : ConversionException.Problem.values()) {
      errors.add(new ConversionException(problem, "words"));
    }
    for (DeviceException.Problem problem : DeviceException.Problem.values()) {
      errors.add(new DeviceException(problem, "words"));
    }
    for (CommandException.Problem problem : CommandException.Problem.values()) {
      errors.add(new CommandException(problem, "words"));
    }
    return errors;
  }

  @Test
  void thePageHasAHeadingForEveryIdAndNoIdTwice() throws IOException {
    List<String> page = Files.readAllLines(Path.of("../docs/troubleshooting.md"));
    List<String> ids = new ArrayList<>(List.of("training-diverged"));
    namedErrors().forEach(error -> ids.add(ErrorReport.of(error).helpId()));
    ids.add(ErrorReport.of(new IllegalStateException("a bug")).helpId());
    ids.add(ErrorReport.of(new OutOfMemoryError("heap")).helpId());
    for (String id : ids) {
      assertTrue(page.contains("### " + id), id);
    }
    assertEquals(ids.size(), new HashSet<>(ids).size());
  }

  @Test
  void anUnforeseenErrorIsOfTheSoftware() {
    ErrorReport report = ErrorReport.of(new IllegalStateException("a bug"));
    assertEquals(ExitCode.SOFTWARE, report.exitCode());
    assertTrue(report.text().startsWith("molweave: something unforeseen"), report.text());
    assertTrue(report.text().endsWith("docs/troubleshooting.md#cli-unexpected"), report.text());
  }
}
