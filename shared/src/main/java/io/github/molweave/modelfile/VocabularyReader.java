package io.github.molweave.modelfile;

import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The vocabulary of a file: every token fit to be printed, found again by its notation's rules. */
final class VocabularyReader {
  private static final int LONGEST_TOKEN = 100;

  private VocabularyReader() {}

  static Vocabulary read(Metadata metadata, int size, Notation notation) {
    List<String> tokens = MetadataJson.readVocabulary(metadata.text(Metadata.VOCABULARY));
    if (tokens.size() != size) {
      throw Metadata.wrong(
          Problem.VOCABULARY_SIZE,
          Metadata.VOCABULARY,
          "The vocabulary lists " + tokens.size() + " tokens where vocabularySize says " + size);
    }
    int start = metadata.tokenId(Metadata.START, size);
    int end = metadata.tokenId(Metadata.END, size);
    int mask = metadata.tokenId(Metadata.MASK_TOKEN, size);
    if (end != Vocabulary.NONE && end == mask) {
      throw Metadata.wrong(
          Problem.SPECIAL_TOKEN, Metadata.END, "The end token is also the mask token");
    }
    Set<String> earlier = new HashSet<>();
    for (int id = 0; id < size; id++) {
      String token = tokens.get(id);
      if (!isVisible(token)) {
        throw wrong(Problem.TOKEN_INVALID, id, token, "is not 1 to 100 visible ASCII characters");
      }
      boolean special = id == start || id == end || id == mask;
      if (!special && !notation.isToken(token)) {
        throw wrong(Problem.TOKEN_INVALID, id, token, "is not one token of " + notation.id());
      }
      if (!earlier.add(token)) {
        throw wrong(Problem.TOKEN_REPEATED, id, token, "stands there twice");
      }
    }
    return new Vocabulary(tokens, start, end, mask);
  }

  private static boolean isVisible(String token) {
    for (int at = 0; at < token.length(); at++) {
      if (token.charAt(at) <= ' ' || token.charAt(at) > '~') {
        return false;
      }
    }
    return !token.isEmpty() && token.length() <= LONGEST_TOKEN;
  }

  private static ModelFileException wrong(Problem problem, int id, String token, String what) {
    return Metadata.wrong(
        problem, Metadata.VOCABULARY, "Token " + id + ", " + Quotation.of(token) + ", " + what);
  }
}
