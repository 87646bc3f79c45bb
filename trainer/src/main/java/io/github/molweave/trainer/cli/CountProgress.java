package io.github.molweave.trainer.cli;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * Tells on stderr how many of a known number are done. May be told from any thread. On a screen one
 * line is rewritten twice a second; elsewhere a whole line comes every half minute.
 */
final class CountProgress implements IntConsumer, AutoCloseable {
  private static final long NANOS = 1_000_000_000L;

  private final Terminal terminal;
  private final String what;
  private final int total;
  private final long startedAt = System.nanoTime();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicLong shownAt = new AtomicLong(startedAt);

  /**
   * @param what the work, as in "molecules scored"
   */
  CountProgress(Terminal terminal, String what, int total) {
    this.terminal = terminal;
    this.what = what;
    this.total = total;
  }

  @Override
  public void accept(int more) {
    int count = done.addAndGet(more);
    long now = System.nanoTime();
    long last = shownAt.get();
    long interval = terminal.style() == Terminal.Style.SCREEN ? NANOS / 2 : 30 * NANOS;
    if (now - last >= interval && shownAt.compareAndSet(last, now)) {
      double secondsLeft = (double) (now - startedAt) / NANOS / count * (total - count);
      String left = ProgressLine.duration(secondsLeft);
      show(count + " of " + total + " " + what + ", " + left + " left");
    }
  }

  private void show(String line) {
    if (terminal.style() == Terminal.Style.SCREEN) {
      terminal.err().print(ProgressLine.REWRITE + line);
      terminal.err().flush();
    } else {
      terminal.err().println(line);
    }
  }

  /** Says what was done, on a line of its own. */
  @Override
  public void close() {
    show(done.get() + " " + what);
    if (terminal.style() == Terminal.Style.SCREEN) {
      terminal.err().println();
    }
  }
}
