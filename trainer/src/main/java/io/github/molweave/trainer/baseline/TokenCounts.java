package io.github.molweave.trainer.baseline;

import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.corpus.Corpus;

/**
 * How often each token of a vocabulary occurs in a corpus. END occurs once in each molecule, START
 * and what spells nothing never.
 */
public final class TokenCounts {
  private final long[] counts;
  private final long total;

  /** Counts. */
  public TokenCounts(Corpus corpus) {
    Vocabulary vocabulary = corpus.vocabulary();
    counts = new long[vocabulary.size()];
    for (int[] molecule : corpus.molecules()) {
      for (int id : molecule) {
        counts[id]++;
      }
    }
    if (vocabulary.end() != Vocabulary.NONE) {
      counts[vocabulary.end()] = corpus.size();
    }
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    total = sum;
  }

  /** Occurrences of token {@code id}. */
  public long of(int id) {
    return counts[id];
  }

  /** Occurrences of all tokens together. */
  public long total() {
    return total;
  }
}
