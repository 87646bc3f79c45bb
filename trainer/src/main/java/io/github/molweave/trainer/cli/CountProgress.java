package io.github.molweave.trainer.cli;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;

/**
 * Tells on stderr how many of a known number are done, how fast, and how long the rest will take.
 * May be told from any thread. On a screen one line is rewritten twice a second; elsewhere a whole
 * line comes every half minute.
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
      double secondsLeft = seconds(now) / count * (total - count);
      String left = ProgressLine.duration(secondsLeft);
      show(count + " of " + total + " " + what + ", " + rate(count, now) + ", " + left + " left");
    }
  }

  private double seconds(long now) {
    return Math.max(1, now - startedAt) / (double) NANOS;
  }

  private String rate(int count, long now) {
    double rate = count / seconds(now);
    return String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%.0f/s", rate);
  }

  private void show(String line) {
    if (terminal.style() == Terminal.Style.SCREEN) {
      terminal.err().print(ProgressLine.REWRITE + line);
      terminal.err().flush();
    } else {
      terminal.err().println(line);
    }
  }

  /** Takes an unfinished line away, so that other words can follow. */
  void clear() {
    if (terminal.style() == Terminal.Style.SCREEN) {
      terminal.err().print(ProgressLine.REWRITE);
      terminal.err().flush();
    }
  }

  /** Says what was done and how fast, on a line of its own. */
  @Override
  public void close() {
    long now = System.nanoTime();
    String time = ProgressLine.duration(seconds(now));
    show(done.get() + " " + what + " in " + time + ", " + rate(done.get(), now));
    if (terminal.style() == Terminal.Style.SCREEN) {
      terminal.err().println();
    }
  }
}
