package io.github.molweave.trainer.cuda;

/**
 * A {@link PackedBatch} that lies on the card.
 *
 * @param address of its ints
 * @param rows tokens of the batch
 * @param molecules of the batch
 * @param lengths steps of each molecule, here
 */
record BatchOnCard(long address, int rows, int molecules, int[] lengths) {
  long tokens() {
    return address;
  }

  long targets() {
    return at(rows);
  }

  long lengthsOnCard() {
    return at(2L * rows);
  }

  long places() {
    return at(2L * rows + molecules);
  }

  private long at(long index) {
    return address + index * Integer.BYTES;
  }
}
