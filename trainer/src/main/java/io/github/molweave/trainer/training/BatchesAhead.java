package io.github.molweave.trainer.training;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.batching.BatchSource;
import io.github.molweave.trainer.device.TrainingDevice;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The batches of an epoch in turn. While the device learns from one, a thread makes the next and
 * shows it to the device. Which batches they are does not depend on that.
 */
final class BatchesAhead implements AutoCloseable {
  private final BatchSource.Epoch epoch;
  private final TrainingDevice device;
  private final ExecutorService thread;
  private int number;
  private CompletableFuture<Batch> next = CompletableFuture.completedFuture(null);

  /**
   * @param first number of the first batch wanted
   */
  BatchesAhead(BatchSource.Epoch epoch, TrainingDevice device, int first) {
    this.epoch = epoch;
    this.device = device;
    this.number = first;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread worker = new Thread(work, "batches");
              worker.setDaemon(true);
              return worker;
            });
    prepare();
  }

  /** The next batch, of those that are left. */
  Batch take() {
    try {
      Batch batch = next.join();
      number++;
      prepare();
      return batch;
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failure;
    }
  }

  private void prepare() {
    int wanted = number;
    if (wanted < epoch.size()) {
      next =
          CompletableFuture.supplyAsync(
              () -> {
                Batch batch = epoch.batch(wanted);
                device.expect(batch);
                return batch;
              },
              thread);
    }
  }

  /** Waits for the thread, which must not meet a closed device. */
  @Override
  public void close() {
    thread.shutdown();
    next.handle((batch, failure) -> batch).join();
  }
}
