package io.github.molweave.trainer.cli;

import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Tells on stderr how many lines of files of unknown length have been read. Silent for the first
 * two seconds; then on a screen one line is rewritten twice a second, elsewhere a whole line comes
 * every half minute.
 */
final class ReadingProgress implements IntConsumer {
  private static final long NANOS = 1_000_000_000L;

  private final Terminal terminal;
  private final LongSupplier clock;
  private final long startedAt;
  private long shownAt;
  private long lines;
  private boolean lineOpen;

  ReadingProgress(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  /**
   * @param clock nanoseconds from anywhere
   */
  ReadingProgress(Terminal terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.startedAt = clock.getAsLong();
    this.shownAt = startedAt;
  }

  @Override
  public void accept(int more) {
    lines += more;
    long now = clock.getAsLong();
    boolean screen = terminal.style() == Terminal.Style.SCREEN;
    boolean first = !lineOpen && shownAt == startedAt;
    long interval = first ? 2 * NANOS : screen ? NANOS / 2 : 30 * NANOS;
    if (now - shownAt < interval) {
      return;
    }
    shownAt = now;
    double seconds = (now - startedAt) / (double) NANOS;
    String text = String.format(Locale.ROOT, "%,d lines read, %,.0f/s", lines, lines / seconds);
    if (screen) {
      terminal.err().print(ProgressLine.REWRITE + text);
      terminal.err().flush();
      lineOpen = true;
    } else {
      terminal.err().println(text);
    }
  }

  /** Takes an unfinished line away, so that other words can follow. */
  void clear() {
    if (lineOpen) {
      terminal.err().print(ProgressLine.REWRITE);
      terminal.err().flush();
      lineOpen = false;
    }
  }
}
