package io.github.molweave.trainer.network;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * A thread for each pass; a single pass runs on the caller's thread. The native products of these
 * threads use one core each: passes side by side share no work and wait once a step, where threads
 * inside every product would wait thousands of times.
 */
final class PassThreads implements AutoCloseable {
  private final ExecutorService executor;

  /**
   * @param passes how many run at once, 1 or more
   */
  PassThreads(int passes) {
    executor =
        passes == 1
            ? null
            : Executors.newFixedThreadPool(
                passes,
                task -> {
                  Thread thread = new Thread(() -> runOnOneCore(task), "training-pass");
                  thread.setDaemon(true);
                  return thread;
                });
  }

  private static void runOnOneCore(Runnable task) {
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    task.run();
  }

  /** Runs all tasks and returns their results in order. */
  double[] run(List<Callable<Double>> tasks) {
    try {
      double[] results = new double[tasks.size()];
      if (executor == null) {
        results[0] = tasks.get(0).call();
        return results;
      }
      List<Future<Double>> futures = new ArrayList<>();
      for (Callable<Double> task : tasks) {
        futures.add(executor.submit(task));
      }
      for (int i = 0; i < results.length; i++) {
        results[i] = futures.get(i).get();
      }
      return results;
    } catch (ExecutionException failure) {
      throw new IllegalStateException("a pass of training failed", failure.getCause());
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("training was interrupted inside a step", interrupt);
    } catch (Exception failure) {
      throw new IllegalStateException("a pass of training failed", failure);
    }
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.shutdown();
    }
  }
}
