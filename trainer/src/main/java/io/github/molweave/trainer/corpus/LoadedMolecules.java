package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.corpus.CorpusException.Problem;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Molecules on their way into a corpus: tokens by number, numbered as they come, with the place
 * each molecule comes from. A molecule takes 22 bytes and two for each token.
 */
final class LoadedMolecules {
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<String> tokens = new ArrayList<>();
  private final TokenSequences sequences = new TokenSequences();
  private final List<String> sources = new ArrayList<>();
  private final List<Integer> sourceEnds = new ArrayList<>();
  private final BitSet validation = new BitSet();
  private int[] lines = new int[1024];
  private long[] keys = new long[1024];

  /** A new source begins. */
  void begin(String source) {
    if (!sources.isEmpty()) {
      sourceEnds.add(size());
    }
    sources.add(source);
  }

  void add(long line, Part part, long key, List<String> text) throws CorpusException {
    int index = size();
    if (index == lines.length) {
      lines = Arrays.copyOf(lines, index + index / 2);
      keys = Arrays.copyOf(keys, index + index / 2);
    }
    int[] numbers = new int[text.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(text.get(i));
    }
    sequences.add(numbers);
    lines[index] = (int) line;
    keys[index] = key;
    validation.set(index, part == Part.VALIDATION);
  }

  private int number(String token) throws CorpusException {
    Integer known = ids.get(token);
    if (known != null) {
      return known;
    }
    if (tokens.size() == TokenSequences.MOST_IDS - 1) {
      throw new CorpusException(
          Problem.VOCABULARY,
          "the corpus has more than "
              + tokens.size()
              + " different tokens. Clean it first: molweave corpus --help tells how.");
    }
    ids.put(token, tokens.size());
    tokens.add(token);
    return tokens.size() - 1;
  }

  int size() {
    return sequences.size();
  }

  /** How many different tokens there are. */
  int tokenCount() {
    return tokens.size();
  }

  String token(int number) {
    return tokens.get(number);
  }

  int[] numbers(int index) {
    return sequences.get(index);
  }

  long key(int index) {
    return keys[index];
  }

  boolean isValidation(int index) {
    return validation.get(index);
  }

  void moveToValidation(int index) {
    validation.set(index);
  }

  String text(int index) {
    StringBuilder text = new StringBuilder();
    for (int number : numbers(index)) {
      text.append(tokens.get(number));
    }
    return text.toString();
  }

  /** File and line. */
  String place(int index) {
    return source(index) + " line " + lines[index];
  }

  private String source(int index) {
    int source = 0;
    while (source < sourceEnds.size() && sourceEnds.get(source) <= index) {
      source++;
    }
    return sources.get(source);
  }

  DroppedLine dropped(int index, DropReason reason, String what) {
    String detail = what + " in " + Quotation.of(text(index));
    return new DroppedLine(source(index), lines[index], reason, detail);
  }
}
