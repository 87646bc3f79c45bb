package io.github.molweave.trainer.cuda;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.cuda.CudaLibraries.PinnedInts;
import java.nio.IntBuffer;

/**
 * A batch without its padding, time-major: step 0 of all molecules, then step 1 of those that have
 * one, and so on. As ints one after another: tokens, targets, lengths, and places (step * molecules
 * + molecule), so that one copy brings all of it to the card.
 */
final class PackedBatch implements AutoCloseable {
  private final PinnedInts ints;
  private Batch batch;

  PackedBatch(PinnedInts ints) {
    this.ints = ints;
  }

  /** Packs {@code next} over what was here. */
  void pack(Batch next) {
    batch = next;
    IntBuffer values = ints.values();
    int rows = next.predictions();
    int places = 2 * rows + next.rows();
    for (int t = 0, n = 0; t < next.steps(); t++) {
      int active = next.activeRows(t);
      for (int molecule = 0; molecule < active; molecule++, n++) {
        int from = t * next.rows() + molecule;
        values.put(n, next.inputs()[from]);
        values.put(rows + n, next.targets()[from]);
        values.put(places + n, from);
      }
    }
    values.put(2 * rows, next.lengths());
  }

  /** Whether {@code other} is the batch that is packed here: its arrays are the same. */
  boolean holds(Batch other) {
    return other.equals(batch);
  }

  PinnedInts ints() {
    return ints;
  }

  /** Numbers to bring over. */
  int count() {
    return 3 * rows() + batch.rows();
  }

  /** Tokens of the batch. */
  int rows() {
    return batch.predictions();
  }

  /** Steps of each molecule. */
  int[] lengths() {
    return batch.lengths();
  }

  /** Number of molecules. */
  int molecules() {
    return batch.rows();
  }

  @Override
  public void close() {
    ints.close();
  }
}
