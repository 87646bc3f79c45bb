package io.github.molweave.trainer.sampling;

import io.github.molweave.sampling.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Puts samples that come in any order back into molecule order, and keeps memory bounded: no index
 * is handed out that lies further ahead of the molecule due next than the window is wide. A
 * molecule that takes long holds the others up instead of letting them pile up.
 *
 * <p>For one thread that takes and any number that draw.
 */
final class SampleWindow {
  /** What {@link #claim} answers when the run is over. */
  static final int NONE = -1;

  private final int count;

  /** Finished molecules by index, modulo the width of the window. */
  private final Sample[] finished;

  private int next;
  private int due;
  private boolean closed;
  private Throwable failure;

  /**
   * A window over the molecules 0..{@code count}-1.
   *
   * @param width how many molecules at most are in the making or wait to be taken
   */
  SampleWindow(int count, int width) {
    this.count = count;
    finished = new Sample[Math.max(1, Math.min(count, width))];
  }

  /** The next index to draw, or {@link #NONE}: at present, or for ever. */
  synchronized int claim() {
    boolean open = !closed && next < count && next - due < finished.length;
    return open ? next++ : NONE;
  }

  /** As {@link #claim}, but waits: {@link #NONE} when there will be nothing more to draw. */
  synchronized int awaitClaim() throws InterruptedException {
    while (!closed && next < count && next - due >= finished.length) {
      wait();
    }
    return claim();
  }

  /** Hands in molecules that were claimed. */
  synchronized void put(List<Sample> samples) {
    for (Sample sample : samples) {
      finished[sample.index() % finished.length] = sample;
    }
    notifyAll();
  }

  /** Ends the run because a molecule could not be drawn. */
  synchronized void fail(Throwable reason) {
    failure = failure == null ? reason : failure;
    closed = true;
    notifyAll();
  }

  /** Ends the run: nothing more is handed out. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Whether every molecule was taken. */
  synchronized boolean isDone() {
    return due == count;
  }

  /** Whether the run goes on: neither closed nor failed. */
  synchronized boolean isOpen() {
    return !closed;
  }

  /**
   * Waits a while until the molecule due next is there.
   *
   * @throws ExecutionException when it never will be, because a molecule could not be drawn
   */
  synchronized void awaitDue(long millis) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long left = millis;
    while (!isDueThere() && failure == null && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    if (failure != null && !isDueThere()) {
      throw new ExecutionException(failure);
    }
  }

  private boolean isDueThere() {
    return due < count && finished[due % finished.length] != null;
  }

  /** The molecules that are due, in order; maybe none. */
  synchronized List<Sample> take() {
    List<Sample> taken = new ArrayList<>();
    while (isDueThere()) {
      taken.add(finished[due % finished.length]);
      finished[due % finished.length] = null;
      due++;
    }
    if (!taken.isEmpty()) {
      notifyAll();
    }
    return taken;
  }
}
