package io.github.molweave.network;

/**
 * Molecules that go through one network side by side: a row of places, each with the memory of one
 * molecule. Made by {@link LanguageModel#streams}.
 *
 * <p>What happens in one place does not depend on the others, nor on how many there are. For one
 * thread at a time.
 */
public interface Streams {
  /** How many places there are, 1 or more. */
  int places();

  /** Forgets what was fed at {@code place}: all zeros, as at first. */
  void clear(int place);

  /** Makes {@code to} the same as {@code from}. */
  void copy(int from, int to);

  /** A snapshot of {@code place}. */
  HiddenState save(int place);

  /**
   * Puts a snapshot into {@code place}.
   *
   * @param state of the same network, from these streams or others
   * @throws IllegalArgumentException when it has another size
   */
  void restore(int place, HiddenState state);

  /**
   * Feeds one token to each of the first {@code count} places. The mask token leaves a memory as it
   * is.
   *
   * @param tokens [count] or longer, ids 0..V-1
   * @param count 1..{@link #places()}
   * @param logits receives for each place V scores for the next token, before softmax and
   *     temperature: [count, V] or longer
   * @throws IllegalArgumentException when there is no such token, {@code count} is out of range or
   *     an array is too short; nothing has changed then
   */
  void step(int[] tokens, int count, double[] logits);
}
