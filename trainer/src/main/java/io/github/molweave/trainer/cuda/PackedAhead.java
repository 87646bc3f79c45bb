package io.github.molweave.trainer.cuda;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.DeviceFailure;

/**
 * Two packed batches: while the card reads one, another thread packs the next. The one that was
 * taken last is left alone until the next is taken.
 */
final class PackedAhead implements AutoCloseable {
  private final PackedBatch[] slots;
  private int inUse;

  /**
   * @param ints memory for the numbers of the largest batch, each
   */
  PackedAhead(CudaLibraries libraries, int ints) {
    PackedBatch first = new PackedBatch(libraries.pin(ints));
    try {
      slots = new PackedBatch[] {first, new PackedBatch(libraries.pin(ints))};
    } catch (DeviceFailure refused) {
      first.close();
      throw refused;
    }
  }

  /** Packs what will probably be taken next; by any thread. */
  synchronized void expect(Batch next) {
    slots[1 - inUse].pack(next);
  }

  /** Packs {@code batch}, where that has not been done yet, and takes it into use. */
  synchronized PackedBatch take(Batch batch) {
    inUse = 1 - inUse;
    if (!slots[inUse].holds(batch)) {
      slots[inUse].pack(batch);
    }
    return slots[inUse];
  }

  @Override
  public synchronized void close() {
    for (PackedBatch slot : slots) {
      slot.close();
    }
  }
}
