package io.github.molweave.modelfile;

import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.Vocabulary;
import java.util.Map;
import java.util.Set;

/** The strings of {@code __metadata__}, each asked for by name and checked. */
final class Metadata {
  static final String FORMAT = "format";
  static final String FORMAT_NAME = "molweave";
  static final String FORMAT_VERSION = "formatVersion";
  static final String CURRENT_FORMAT = "1";
  static final String CELL = "cell";
  static final String VOCABULARY_SIZE = "vocabularySize";
  static final String EMBEDDING_SIZE = "embeddingSize";
  static final String HIDDEN_SIZE = "hiddenSize";
  static final String LAYERS = "layers";
  static final String NOTATION = "notation";
  static final String TOKENIZER_VERSION = "tokenizerVersion";
  static final String VOCABULARY = "vocabulary";
  static final String START = "start";
  static final String END = "end";
  static final String MASK_TOKEN = "maskToken";
  static final String NONE = "none";
  static final String LENGTHS = "lengths";
  static final String CARD = "card";
  static final String SHA256 = "sha256";

  /** No molecule needs more tokens; keeps a hostile file from asking for endless ones. */
  static final int LONGEST_MOLECULE = 10_000;

  private static final Set<String> KNOWN =
      Set.of(
          FORMAT,
          FORMAT_VERSION,
          CELL,
          VOCABULARY_SIZE,
          EMBEDDING_SIZE,
          HIDDEN_SIZE,
          LAYERS,
          NOTATION,
          TOKENIZER_VERSION,
          VOCABULARY,
          START,
          END,
          MASK_TOKEN,
          LENGTHS,
          CARD,
          SHA256);

  private final Map<String, String> fields;

  /**
   * Refuses files of other programs and of other versions, whose fields would mean something else.
   */
  Metadata(Map<String, String> fields) {
    if (fields == null || !FORMAT_NAME.equals(fields.get(FORMAT))) {
      throw new ModelFileException(
          Problem.NOT_MOLWEAVE,
          "metadata field " + FORMAT,
          "This safetensors file was not written for Molweave");
    }
    this.fields = fields;
    String version = text(FORMAT_VERSION);
    if (!version.equals(CURRENT_FORMAT)) {
      throw wrong(
          Problem.FORMAT_VERSION,
          FORMAT_VERSION,
          "The file has format version "
              + Quotation.of(version)
              + "; this program reads version 1");
    }
  }

  void refuseUnknownFields() {
    for (String name : fields.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new ModelFileException(
            Problem.METADATA_UNKNOWN,
            HeaderParser.METADATA,
            "Format version 1 has no metadata field " + Quotation.of(name));
      }
    }
  }

  String text(String field) {
    String value = fields.get(field);
    if (value == null) {
      throw wrong(Problem.METADATA_MISSING, field, "The metadata field " + field + " is missing");
    }
    return value;
  }

  Architecture architecture() {
    CellKind cell = CellKind.ofId(text(CELL));
    if (cell == null) {
      throw wrong(Problem.CELL_UNKNOWN, CELL, "There is no cell named " + Quotation.of(text(CELL)));
    }
    int hidden = number(HIDDEN_SIZE, HIDDEN_SIZE, text(HIDDEN_SIZE));
    if (hidden > Architecture.MAX_HIDDEN) {
      throw wrong(
          Problem.HIDDEN_TOO_LARGE,
          HIDDEN_SIZE,
          "With " + hidden + " hidden units the exact 32-bit sums could overflow");
    }
    return new Architecture(
        cell,
        size(VOCABULARY_SIZE, Architecture.MAX_VOCABULARY),
        size(EMBEDDING_SIZE, Architecture.MAX_EMBEDDING),
        size(HIDDEN_SIZE, Architecture.MAX_HIDDEN),
        size(LAYERS, Architecture.MAX_LAYERS));
  }

  private int size(String field, int most) {
    int value = number(field, field, text(field));
    if (value < 1 || value > most) {
      throw wrong(Problem.SIZE_OUT_OF_RANGE, field, field + " is " + value + ", not in 1.." + most);
    }
    return value;
  }

  private static int number(String field, String what, String digits) {
    long value = HeaderParser.wholeNumber(digits);
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw wrong(
          Problem.METADATA_NUMBER,
          field,
          what + " must be a whole number in plain digits, not " + Quotation.of(digits));
    }
    return (int) value;
  }

  Notation notation() {
    Notation notation = Notation.ofId(text(NOTATION));
    if (notation == null) {
      throw wrong(
          Problem.NOTATION_UNKNOWN,
          NOTATION,
          "There is no notation named " + Quotation.of(text(NOTATION)));
    }
    String version = text(TOKENIZER_VERSION);
    if (!version.equals(Integer.toString(Notation.TOKENIZER_VERSION))) {
      throw wrong(
          Problem.TOKENIZER_VERSION,
          TOKENIZER_VERSION,
          "The tokens were split by version "
              + Quotation.of(version)
              + " of the rules; this program has version "
              + Notation.TOKENIZER_VERSION);
    }
    return notation;
  }

  /** The id in {@code field}, below {@code vocabularySize}, or {@link Vocabulary#NONE}. */
  int tokenId(String field, int vocabularySize) {
    String text = text(field);
    if (text.equals(NONE) && !field.equals(START)) {
      return Vocabulary.NONE;
    }
    int id = number(field, field, text);
    if (id >= vocabularySize) {
      throw wrong(
          Problem.SPECIAL_TOKEN,
          field,
          "There is no token " + id + " among " + vocabularySize + " tokens");
    }
    return id;
  }

  /** The range of lengths, which a model must have exactly when it has no END. */
  LengthRange lengths(int end) {
    String text = fields.get(LENGTHS);
    if ((text == null) != (end != Vocabulary.NONE)) {
      throw wrong(
          Problem.LENGTHS, LENGTHS, "lengths must be given exactly when there is no end token");
    }
    if (text == null) {
      return null;
    }
    int dots = text.indexOf("..");
    String shortest = dots < 0 ? "" : text.substring(0, dots);
    String longest = dots < 0 ? text : text.substring(dots + 2);
    int from = number(LENGTHS, "the shortest length", shortest);
    int to = number(LENGTHS, "the longest length", longest);
    if (from > to || to > LONGEST_MOLECULE) {
      throw wrong(
          Problem.LENGTHS,
          LENGTHS,
          "lengths must be a range within 0.." + LONGEST_MOLECULE + ", not " + Quotation.of(text));
    }
    return new LengthRange(from, to);
  }

  static ModelFileException wrong(Problem problem, String field, String what) {
    return new ModelFileException(problem, "metadata field " + field, what);
  }
}
