package io.github.molweave.scoring;

import io.github.molweave.network.HiddenState;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import io.github.molweave.tokens.TokenIds;
import java.util.ArrayList;
import java.util.List;

/**
 * What a network remembers while it reads a text.
 *
 * @param tokens what it read: START, then the tokens of the text
 * @param states its memory after each of them
 */
public record StateTrace(List<String> tokens, List<HiddenState> states) {
  /** Copies both. */
  public StateTrace {
    tokens = List.copyOf(tokens);
    states = List.copyOf(states);
  }

  /**
   * Reads {@code text}; the empty text is START alone. Determinism: the same bits on every runtime
   * and with every kernel.
   *
   * @throws io.github.molweave.tokens.UnknownTokenException when the model lacks a token of it:
   *     says which, and where
   */
  public static StateTrace of(LanguageModel model, String text) {
    int[] ids = TokenIds.encode(model.vocabulary(), model.notation(), text);
    Streams streams = model.streams(1);
    double[] logits = new double[model.vocabulary().size()];
    List<String> tokens = new ArrayList<>();
    List<HiddenState> states = new ArrayList<>();
    int[] fed = {model.vocabulary().start()};
    for (int step = 0; step <= ids.length; step++) {
      streams.step(fed, 1, logits);
      tokens.add(model.vocabulary().token(fed[0]));
      states.add(streams.save(0));
      if (step < ids.length) {
        fed[0] = ids[step];
      }
    }
    return new StateTrace(tokens, states);
  }
}
