package io.github.molweave.trainer.metrics;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Threads that share out the numbers of a loop. Results must go where the number says. */
public final class Workers implements AutoCloseable {
  private final ForkJoinPool pool;
  private final BooleanSupplier stop;

  /**
   * @param threads 1..32767
   * @param stop asked before each number whether to stop
   */
  public Workers(int threads, BooleanSupplier stop) {
    this.pool = new ForkJoinPool(threads);
    this.stop = stop;
  }

  /**
   * Does {@code task} for 0..{@code count}-1 and waits for the end.
   *
   * @throws StoppedException when told to stop
   */
  void forEach(int count, IntConsumer task) {
    try {
      pool.submit(() -> IntStream.range(0, count).parallel().forEach(i -> attempt(task, i))).get();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      throw new StoppedException();
    } catch (ExecutionException failed) {
      rethrow(failed);
    }
  }

  private void attempt(IntConsumer task, int number) {
    if (stop.getAsBoolean()) {
      throw new StoppedException();
    }
    task.accept(number);
  }

  private static void rethrow(ExecutionException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof StoppedException stopped) {
        throw stopped;
      }
      if (cause instanceof OutOfMemoryError full) {
        throw full;
      }
    }
    throw new IllegalStateException("a molecule could not be measured", failed.getCause());
  }

  @Override
  public void close() {
    pool.shutdown();
  }

  /** The work was given up because someone asked for it. */
  public static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
