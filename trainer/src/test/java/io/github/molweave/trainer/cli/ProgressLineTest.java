package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.cli.Terminal.Style;
import io.github.molweave.trainer.training.TrainingEvent.EpochDone;
import io.github.molweave.trainer.training.TrainingEvent.Position;
import io.github.molweave.trainer.training.TrainingEvent.Rank;
import io.github.molweave.trainer.training.TrainingEvent.Started;
import io.github.molweave.trainer.training.TrainingEvent.StepDone;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long now;

  private ProgressLine line(Style style) {
    PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(OutputStream.nullOutputStream(), err, style, Map.of());
    return new ProgressLine(terminal, () -> now);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  private static StepDone step(int batch) {
    return new StepDone(new Position(1, 2, batch, 100), 0.75, 1, 0.001, 3000);
  }

  @Test
  void tellsPlaceRateAndTimeLeftInWholeLinesWithoutAScreen() {
    try (ProgressLine line = line(Style.PLAIN)) {
      line.on(new Started("a device", 1234567, 1));
      for (int batch = 1; batch <= 40; batch++) {
        now += 1_000_000_000L;
        line.on(step(batch));
      }
    }
    // 30 steps in 30 seconds, 3,000 tokens each; 170 steps are left.
    assertEquals(
        """
        Training 1,234,567 parameters on a device, from epoch 1
        epoch 1/2 batch 30/100  0.7500 nats per token  3,000 tokens/s  2m50s left
        """,
        text().replace(System.lineSeparator(), "\n"));
  }

  @Test
  void rewritesOneLineOnAScreenAndEndsItBeforeOthers() {
    try (ProgressLine line = line(Style.SCREEN)) {
      line.on(new Started("a device", 1, 1));
      now += 1_000_000_000L;
      line.on(step(1));
      line.on(new EpochDone(1, 0.8, 0.7, Rank.BEST, 10, null));
      now += 1_000_000_000L;
      line.on(step(2));
    }
    String text = text();
    assertTrue(text.contains("\r\u001b[2Kepoch 1/2 batch 1/100"), text);
    assertTrue(text.contains("\r\u001b[2Kepoch 1: 0.8000 nats per token while learning"), text);
    assertTrue(
        text.contains("batch 2/100  0.7500 nats per token  best held-out 0.7000 (epoch 1)"), text);
    assertTrue(text.endsWith(System.lineSeparator()), text);
  }

  @Test
  void writesNoControlCharacterWithoutAScreen() {
    tellsPlaceRateAndTimeLeftInWholeLinesWithoutAScreen();
    assertFalse(text().contains("\u001b"));
    assertFalse(text().contains("\r"));
  }

  @Test
  void saysDurationsShortly() {
    assertEquals("7s", ProgressLine.duration(7.4));
    assertEquals("3m20s", ProgressLine.duration(200));
    assertEquals("2h05m", ProgressLine.duration(7505));
  }

  @Test
  void wantsNoScreenWhenTheEnvironmentSaysSo() {
    assertEquals(Style.SCREEN, Terminal.styleFor(Map.of("TERM", "xterm"), true));
    assertEquals(Style.PLAIN, Terminal.styleFor(Map.of("TERM", "xterm"), false));
    assertEquals(Style.PLAIN, Terminal.styleFor(Map.of("TERM", "xterm", "NO_COLOR", "1"), true));
    assertEquals(Style.SCREEN, Terminal.styleFor(Map.of("TERM", "xterm", "NO_COLOR", ""), true));
    assertEquals(Style.PLAIN, Terminal.styleFor(Map.of("TERM", "dumb"), true));
  }
}
