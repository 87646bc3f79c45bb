package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReadingProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now = 5;

  private ReadingProgress progress(Terminal.Style style) {
    PrintStream talk = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(OutputStream.nullOutputStream(), talk, style, Map.of());
    return new ReadingProgress(terminal, () -> now);
  }

  private void readEverySecond(ReadingProgress progress, int seconds) {
    for (int second = 0; second < seconds; second++) {
      now += SECOND;
      progress.accept(1000);
    }
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void isSilentAboutWhatIsQuick() {
    ReadingProgress progress = progress(Terminal.Style.SCREEN);
    readEverySecond(progress, 1);
    progress.clear();
    assertEquals("", said());
  }

  @Test
  void writesWholeLinesRarelyWhereNothingCanBeRewritten() {
    readEverySecond(progress(Terminal.Style.PLAIN), 40);
    assertEquals("2,000 lines read, 1,000/s\n32,000 lines read, 1,000/s\n", said());
  }

  @Test
  void rewritesOneLineOnAScreenAndTakesItAway() {
    ReadingProgress progress = progress(Terminal.Style.SCREEN);
    readEverySecond(progress, 3);
    progress.clear();
    String rewrite = ProgressLine.REWRITE;
    assertEquals(
        rewrite + "2,000 lines read, 1,000/s" + rewrite + "3,000 lines read, 1,000/s" + rewrite,
        said());
  }
}
