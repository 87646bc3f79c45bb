package io.github.molweave.scoring;

import java.util.List;

/**
 * How well a model expects a text.
 *
 * @param text the text
 * @param tokens its tokens in order; END is the last one, if the model has it
 * @param negativeLogLikelihood of all tokens together: nats, 0 or above
 */
public record SequenceScore(String text, List<ScoredToken> tokens, double negativeLogLikelihood) {
  /** Copies the list. */
  public SequenceScore {
    tokens = List.copyOf(tokens);
  }

  /** The mean per token, END included: nats; 0 when there is no token. */
  public double perToken() {
    return tokens.isEmpty() ? 0 : negativeLogLikelihood / tokens.size();
  }
}
