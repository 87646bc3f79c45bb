package io.github.molweave.trainer.conversion;

import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.tokens.Notation;
import java.util.List;
import java.util.Map;

/**
 * What the user says of the tokens; null where nothing was said.
 *
 * @param start the token that is fed first
 * @param end the token that finishes a molecule, or {@value #NONE}
 * @param padding the token that fills up, or {@value #NONE}
 * @param dropped other tokens that spell nothing
 * @param renamed new spellings by old ones
 * @param notation what the tokens spell
 * @param lengths how many tokens the molecules of a network without end have
 * @param unnamed what becomes of rows without a token
 */
public record TokenOptions(
    String start,
    String end,
    String padding,
    List<String> dropped,
    Map<String, String> renamed,
    Notation notation,
    LengthRange lengths,
    Unnamed unnamed) {
  /** In place of a token: there is none. */
  public static final String NONE = "none";

  /** What becomes of rows of the network that the vocabulary does not name. */
  public enum Unnamed {
    /** They are an error, unless the vocabulary itself says that there are more rows. */
    REFUSE,
    /** They are left out. */
    DROP
  }

  /** Keeps its own lists. */
  public TokenOptions {
    dropped = List.copyOf(dropped);
    renamed = Map.copyOf(renamed);
  }
}
