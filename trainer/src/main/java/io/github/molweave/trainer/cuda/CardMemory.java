package io.github.molweave.trainer.cuda;

import io.github.molweave.trainer.cuda.RecurrentStack.Space;
import java.util.ArrayDeque;
import java.util.Deque;

/** The pieces of the card's memory that a device has taken; gives all of them back at once. */
final class CardMemory implements AutoCloseable {
  private final CudaLibraries libraries;
  private final Deque<Piece> pieces = new ArrayDeque<>();

  CardMemory(CudaLibraries libraries) {
    this.libraries = libraries;
  }

  /** One piece. */
  final class Piece {
    private long address;
    private long bytes;

    private Piece(long bytes) {
      this.address = bytes == 0 ? 0 : libraries.allocate(bytes);
      this.bytes = bytes;
    }

    /** Where it is; 0 when it is empty. */
    long address() {
      return address;
    }

    Space space() {
      return new Space(address, bytes);
    }

    void clear() {
      if (bytes > 0) {
        libraries.clear(address, bytes);
      }
    }

    /** Makes it large enough; what was in it is lost when it was not. */
    Piece atLeast(long wanted) {
      if (wanted > bytes) {
        giveBack();
        address = libraries.allocate(wanted);
        bytes = wanted;
      }
      return this;
    }

    private void giveBack() {
      if (bytes > 0) {
        libraries.free(address);
        address = 0;
        bytes = 0;
      }
    }
  }

  /** Takes a piece, which may be empty. */
  Piece take(long bytes) {
    Piece piece = new Piece(bytes);
    pieces.push(piece);
    return piece;
  }

  @Override
  public void close() {
    while (!pieces.isEmpty()) {
      pieces.pop().giveBack();
    }
  }
}
