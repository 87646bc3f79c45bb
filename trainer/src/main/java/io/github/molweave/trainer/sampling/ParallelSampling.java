package io.github.molweave.trainer.sampling;

import io.github.molweave.sampling.ContinuousBatch;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Draws molecules 0, 1, 2, ... by several threads, each with many side by side, and hands them over
 * in this order. Each molecule depends on its index alone, so the number of threads changes nothing
 * but the time.
 *
 * <p>Memory does not depend on the number of molecules: {@link SampleWindow}.
 */
public final class ParallelSampling {
  /** Most threads of one run. */
  public static final int MAX_THREADS = 1024;

  /** Molecules side by side in one thread; docs/decisions tells how the number was found. */
  static final int PLACES = 16;

  /** How many molecules may be finished or in the making for each place. */
  private static final int WINDOW_PER_PLACE = 32;

  /** How long a request to stop may go unheard. */
  private static final long MOMENT_MILLIS = 50;

  private ParallelSampling() {}

  /**
   * Takes molecules in order, in the thread that asked for them.
   *
   * @param <X> what may go wrong with it
   */
  public interface Sink<X extends Exception> {
    /** Takes the next molecule. */
    void accept(Sample sample) throws X;

    /** Hears that no molecule is ready now: a good moment to flush. */
    default void pause() throws X {}
  }

  /**
   * Draws {@code count} molecules, or fewer when told to stop; interrupting this thread is another
   * way to tell.
   *
   * @param threads 1..{@value #MAX_THREADS}
   * @param stop asked again and again whether to stop
   * @return how many the sink took
   * @throws X from the sink
   * @throws IllegalStateException when a molecule could not be drawn; those before it may have been
   *     handed over
   */
  public static <X extends Exception> int draw(
      Sampler sampler, int count, int threads, BooleanSupplier stop, Sink<X> sink) throws X {
    int batches = Math.min(threads, count);
    int places = batches == 0 ? 0 : Math.min(PLACES, (count - 1) / batches + 1);
    SampleWindow window = new SampleWindow(count, batches * places * WINDOW_PER_PLACE);
    List<Thread> drawing = new ArrayList<>();
    try {
      for (int batch = 0; batch < batches; batch++) {
        Thread thread = new Thread(() -> drawAll(sampler, places, window), "sampling " + batch);
        thread.setDaemon(true);
        drawing.add(thread);
        thread.start();
      }
      return takeAll(window, stop, sink);
    } finally {
      window.close();
      drawing.forEach(ParallelSampling::awaitEnd);
    }
  }

  private static void awaitEnd(Thread thread) {
    boolean interrupted = Thread.interrupted();
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException told) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <X extends Exception> int takeAll(
      SampleWindow window, BooleanSupplier stop, Sink<X> sink) throws X {
    int taken = 0;
    while (!window.isDone() && !stop.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      List<Sample> samples = window.take();
      for (Sample sample : samples) {
        sink.accept(sample);
      }
      taken += samples.size();
      if (samples.isEmpty()) {
        sink.pause();
        await(window);
      }
    }
    sink.pause();
    return taken;
  }

  private static void await(SampleWindow window) {
    try {
      window.awaitDue(MOMENT_MILLIS);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a molecule could not be drawn", failed.getCause());
    }
  }

  private static void drawAll(Sampler sampler, int places, SampleWindow window) {
    try {
      ContinuousBatch batch = new ContinuousBatch(sampler, places);
      while (fill(batch, window)) {
        if (batch.advance() > 0) {
          window.put(batch.takeFinished());
        }
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error reason) {
      window.fail(reason);
    }
  }

  /** Begins as many molecules as there are places for; false when the run is over. */
  private static boolean fill(ContinuousBatch batch, SampleWindow window)
      throws InterruptedException {
    if (batch.active() == 0) {
      int first = window.awaitClaim();
      if (first == SampleWindow.NONE) {
        return false;
      }
      batch.add(first);
    }
    int index = batch.isFull() ? SampleWindow.NONE : window.claim();
    while (index != SampleWindow.NONE) {
      batch.add(index);
      index = batch.isFull() ? SampleWindow.NONE : window.claim();
    }
    return window.isOpen();
  }
}
