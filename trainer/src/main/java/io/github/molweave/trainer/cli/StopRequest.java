package io.github.molweave.trainer.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/**
 * Becomes true when the process is asked to end (Ctrl-C, SIGTERM), and holds the end back until the
 * work is put away. The exit code is then the signal's own: 130 after Ctrl-C.
 */
final class StopRequest implements BooleanSupplier, AutoCloseable {
  private final CountDownLatch putAway = new CountDownLatch(1);
  private final Thread hook = new Thread(this::hold, "stop request");
  private volatile boolean requested;

  private StopRequest() {}

  /** Listens from now until {@link #close}. */
  static StopRequest onInterrupt() {
    StopRequest request = new StopRequest();
    Runtime.getRuntime().addShutdownHook(request.hook);
    return request;
  }

  private void hold() {
    requested = true;
    try {
      putAway.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean getAsBoolean() {
    return requested;
  }

  /** The work is put away: a pending end may go on. */
  @Override
  public void close() {
    putAway.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException endingAlready) {
        // The request came this very moment; the hook finds the latch open.
      }
    }
  }
}
