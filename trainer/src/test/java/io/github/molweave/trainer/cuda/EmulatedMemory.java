package io.github.molweave.trainer.cuda;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/**
 * A card's memory in Java: every access is held to a piece that is taken and not given back. Fresh
 * memory is full of numbers that are none.
 */
final class EmulatedMemory {
  private static final int PIECE_BITS = 32;
  private static final int NOT_A_NUMBER = 0x7fc07fc0;

  private final Map<Long, ByteBuffer> pieces = new TreeMap<>();
  private long next = 1;
  private long taken;

  long allocate(long bytes) {
    if (bytes <= 0) {
      throw new AssertionError("allocates " + bytes + " bytes");
    }
    ByteBuffer piece =
        ByteBuffer.allocate(Math.toIntExact((bytes + 3) / 4 * 4)).order(ByteOrder.LITTLE_ENDIAN);
    while (piece.hasRemaining()) {
      piece.putInt(NOT_A_NUMBER);
    }
    piece.limit(Math.toIntExact(bytes));
    long address = next++ << PIECE_BITS;
    pieces.put(address, piece);
    taken += bytes;
    return address;
  }

  void free(long address) {
    ByteBuffer piece = pieces.remove(address);
    if (piece == null) {
      throw new AssertionError("frees what is not taken: " + address);
    }
    taken -= piece.limit();
  }

  long taken() {
    return taken;
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  float get(long address, long index, Element element) {
    int at = offset(address, index, element.bytes());
    ByteBuffer piece = piece(address);
    return element == Element.FLOAT
        ? piece.getFloat(at)
        : Float.intBitsToFloat(piece.getShort(at) << 16);
  }

  void put(long address, long index, double value, Element element) {
    int at = offset(address, index, element.bytes());
    ByteBuffer piece = piece(address);
    if (element == Element.FLOAT) {
      piece.putFloat(at, (float) value);
    } else {
      piece.putShort(at, narrowed((float) value));
    }
  }

  /** To the nearest bfloat16, ties to even. */
  static short narrowed(float value) {
    if (Float.isNaN(value)) {
      return 0x7fc0;
    }
    int bits = Float.floatToRawIntBits(value);
    return (short) ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16);
  }

  int getInt(long address, long index) {
    return piece(address).getInt(offset(address, index, Integer.BYTES));
  }

  void putInt(long address, long index, int value) {
    piece(address).putInt(offset(address, index, Integer.BYTES), value);
  }

  void clear(long address, long bytes) {
    for (long i = 0; i < bytes; i++) {
      piece(address).put(offset(address, i, 1), (byte) 0);
    }
  }

  private ByteBuffer piece(long address) {
    ByteBuffer piece = pieces.get(address >>> PIECE_BITS << PIECE_BITS);
    if (piece == null) {
      throw new AssertionError("uses memory that is not taken: " + address);
    }
    return piece;
  }

  private int offset(long address, long index, int bytes) {
    long at = (address & ((1L << PIECE_BITS) - 1)) + index * bytes;
    if (index < 0 || at + bytes > piece(address).limit() || at % bytes != 0) {
      throw new AssertionError("element " + index + " of " + address + " is outside or crooked");
    }
    return (int) at;
  }
}
