package io.github.molweave.tokens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The known tokens most like an unknown one: fewest edits, where another case is half an edit. */
public final class NearestTokens {
  private static final int MOST = 3;
  private static final int LONGEST = 100;
  private static final int EDIT = 2;
  private static final int OTHER_CASE = 1;

  private NearestTokens() {}

  private record Candidate(String token, int distance) {}

  /** At most three, nearest first, equals in id order; none for a token too long to be meant. */
  public static List<String> to(String unknown, Vocabulary vocabulary) {
    if (unknown.length() > LONGEST) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int id = 0; id < vocabulary.size(); id++) {
      if (vocabulary.isText(id)) {
        String token = vocabulary.token(id);
        candidates.add(new Candidate(token, distance(unknown, token)));
      }
    }
    candidates.sort(Comparator.comparingInt(Candidate::distance));
    List<String> nearest = new ArrayList<>();
    for (int at = 0; at < Math.min(MOST, candidates.size()); at++) {
      nearest.add(candidates.get(at).token());
    }
    return List.copyOf(nearest);
  }

  /** Levenshtein's distance in half edits, one row of its table at a time. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 1; column <= to.length(); column++) {
      row[column] = column * EDIT;
    }
    for (int at = 0; at < from.length(); at++) {
      int diagonal = row[0];
      row[0] = (at + 1) * EDIT;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = diagonal + replacement(from.charAt(at), to.charAt(column - 1));
        diagonal = row[column];
        row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + EDIT);
      }
    }
    return row[to.length()];
  }

  private static int replacement(char one, char other) {
    if (one == other) {
      return 0;
    }
    boolean letters = isLetter(one) && isLetter(other);
    return letters && (one | 0x20) == (other | 0x20) ? OTHER_CASE : EDIT;
  }

  private static boolean isLetter(char c) {
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  }
}
