package io.github.molweave.trainer.checkpoint;

import java.util.List;

/**
 * The model that a run began from.
 *
 * @param modelId its id
 * @param corpus what its card says of the molecules it was trained on; empty when nothing
 * @param addedTokens tokens of this run's corpus that it did not have, in id order
 */
public record Origin(String modelId, String corpus, List<String> addedTokens) {
  /** Copies the list. */
  public Origin {
    addedTokens = List.copyOf(addedTokens);
  }
}
