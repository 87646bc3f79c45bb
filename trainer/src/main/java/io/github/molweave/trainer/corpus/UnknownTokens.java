package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.NearestTokens;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.corpus.CorpusException.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tokens of a corpus that a given vocabulary does not have: which, how often, where first. */
final class UnknownTokens {
  private static final int SHOWN = 10;

  private final Map<String, Sightings> sightings = new HashMap<>();
  private int molecules;

  private static final class Sightings {
    private final String token;
    private String first;
    private int firstOrder = Integer.MAX_VALUE;
    private int count;

    private Sightings(String token) {
      this.token = token;
    }

    private void add(int order, String place) {
      count++;
      if (order < firstOrder) {
        firstOrder = order;
        first = place;
      }
    }

    private int count() {
      return count;
    }
  }

  /**
   * One molecule has {@code unknown} tokens.
   *
   * @param unknown at least one, repeated as in the molecule
   * @param order the molecule's number in the order of reading
   * @param place file and line
   */
  void add(List<String> unknown, int order, String place) {
    molecules++;
    for (String token : unknown) {
      sightings.computeIfAbsent(token, Sightings::new).add(order, place);
    }
  }

  /** Refuses the corpus when there was any. */
  void refuse(Vocabulary vocabulary) throws CorpusException {
    if (molecules == 0) {
      return;
    }
    StringBuilder message = new StringBuilder();
    message
        .append(molecules == 1 ? "1 molecule has" : molecules + " molecules have")
        .append(" tokens that the model of --init does not know:");
    List<Sightings> byCount = new ArrayList<>(sightings.values());
    byCount.sort(
        (a, b) -> a.count() == b.count() ? a.token.compareTo(b.token) : b.count() - a.count());
    for (Sightings seen : byCount.subList(0, Math.min(SHOWN, byCount.size()))) {
      message
          .append("\n  ")
          .append(Quotation.of(seen.token))
          .append(seen.count() == 1 ? " once, on " : " " + seen.count() + " times, first on ")
          .append(seen.first);
      List<String> nearest = NearestTokens.to(seen.token, vocabulary);
      if (!nearest.isEmpty()) {
        message.append("; the model knows ").append(String.join(" ", nearest));
      }
    }
    if (byCount.size() > SHOWN) {
      message.append("\n  and ").append(byCount.size() - SHOWN).append(" more tokens");
    }
    message.append(
        "\nAdd them to the model with --extend-vocabulary, or leave these molecules out with"
            + " --on-invalid skip.");
    throw new CorpusException(Problem.UNKNOWN_TOKENS, message.toString());
  }
}
