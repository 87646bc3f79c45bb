package io.github.molweave.trainer.cli;

import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Draws molecules 0, 1, 2, ... by several threads and hands them over in this order. Each molecule
 * depends on its index alone, so the number of threads changes nothing but the time.
 */
final class ParallelSampling {
  /** Enough work to make handing over cheap, little enough to let the first results out soon. */
  private static final int CHUNK = 16;

  private static final int CHUNKS_AHEAD = 4;

  private ParallelSampling() {}

  /** Takes molecules in order, and hears when a good moment to flush has come. */
  interface Sink {
    void accept(Sample sample) throws IOException;

    void pause() throws IOException;
  }

  /**
   * Draws {@code count} molecules.
   *
   * @param threads 1 or more
   * @throws InterruptedException when this thread is told to stop
   * @throws IOException from the sink
   */
  static void draw(Sampler sampler, int count, int threads, Sink sink)
      throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Queue<Future<List<Sample>>> ahead = new ArrayDeque<>();
      int next = 0;
      while (next < count || !ahead.isEmpty()) {
        while (next < count && ahead.size() < threads * CHUNKS_AHEAD) {
          int from = next;
          int to = Math.min(count, from + CHUNK);
          ahead.add(pool.submit(() -> drawRange(sampler, from, to)));
          next = to;
        }
        for (Sample sample : ahead.remove().get()) {
          sink.accept(sample);
        }
        sink.pause();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a molecule could not be drawn", failure.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<Sample> drawRange(Sampler sampler, int from, int to) {
    List<Sample> samples = new ArrayList<>(to - from);
    for (int index = from; index < to && !Thread.currentThread().isInterrupted(); index++) {
      samples.add(sampler.sample(index));
    }
    return samples;
  }
}
