package io.github.molweave.trainer.corpus;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Very many short sequences of token ids, two bytes a token: two million molecules of 45 tokens
 * take 200 MB. Grows at its end only.
 */
public final class TokenSequences extends AbstractList<int[]> implements RandomAccess {
  /** Ids are below it. */
  static final int MOST_IDS = 1 << 16;

  /** Tokens of a piece, more than the longest sequence; a piece is never copied. */
  private static final int PIECE = 1 << 20;

  private final List<char[]> pieces = new ArrayList<>();
  private long[] starts = new long[1024];
  private char[] lengths = new char[1024];
  private int size;
  private int filled = PIECE;

  /** Those of {@code sequences}, which may be any list. */
  public static TokenSequences copyOf(List<int[]> sequences) {
    TokenSequences copy = new TokenSequences();
    copy.addAll(sequences);
    return copy;
  }

  /**
   * Appends a copy of {@code ids}.
   *
   * @param ids each 0..65535; at most 65535 of them
   */
  @Override
  public boolean add(int[] ids) {
    if (ids.length >= MOST_IDS) {
      throw new IllegalArgumentException(ids.length + " tokens are too many for one sequence");
    }
    if (filled + ids.length > PIECE) {
      pieces.add(new char[PIECE]);
      filled = 0;
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size + size / 2);
      lengths = Arrays.copyOf(lengths, size + size / 2);
    }
    starts[size] = (long) (pieces.size() - 1) * PIECE + filled;
    lengths[size++] = (char) ids.length;
    char[] piece = pieces.get(pieces.size() - 1);
    for (int id : ids) {
      if (id < 0 || id >= MOST_IDS) {
        throw new IllegalArgumentException("token id " + id + " is not in 0..65535");
      }
      piece[filled++] = (char) id;
    }
    return true;
  }

  @Override
  public int size() {
    return size;
  }

  /** The number of tokens of sequence {@code index}. */
  public int length(int index) {
    checkIndex(index);
    return lengths[index];
  }

  /** A copy of sequence {@code index}. */
  @Override
  public int[] get(int index) {
    checkIndex(index);
    char[] piece = pieces.get((int) (starts[index] / PIECE));
    int from = (int) (starts[index] % PIECE);
    int[] ids = new int[lengths[index]];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = piece[from + i];
    }
    return ids;
  }

  private void checkIndex(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
  }

  /** Tokens of all sequences together. */
  public long tokens() {
    long sum = 0;
    for (int index = 0; index < size; index++) {
      sum += lengths[index];
    }
    return sum;
  }
}
