package io.github.molweave.trainer.conversion;

import io.github.molweave.network.Architecture;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tokens of a network of others, as a file lists them.
 *
 * @param tokens the spelling of each id, in id order, as written
 * @param declaredSize how many rows the file says that the network has; -1 when it does not say
 * @param file name and checksum of the file
 */
record TokenList(List<String> tokens, int declaredSize, String file) {
  private static final List<String> LISTS = List.of("vocab", "vocabulary", "stoi", "tokens");

  private static final List<String> BESIDE =
      List.of("config.json", "model_info.json", "vocabulary.json", "vocab.json");

  /** Keeps its own list. */
  TokenList {
    tokens = List.copyOf(tokens);
  }

  /**
   * Reads {@code path}: a JSON array of tokens in the order of their ids, a JSON object of tokens
   * with their ids, one of these under the name {@code vocab}, or text with a token a line.
   */
  static TokenList read(Path path) throws ConversionException {
    SourceFile file = SourceFile.read(path, SourceFile.LARGEST_TEXT);
    String text = JsonValue.text(file, Problem.VOCABULARY_FORMAT).strip();
    // SELFIES in plain text begin with a bracket, too.
    boolean array = text.startsWith("[") && text.substring(1).strip().startsWith("\"");
    if (array || text.startsWith("{")) {
      JsonValue json = JsonValue.parse(file, Problem.VOCABULARY_FORMAT, Problem.VOCABULARY_FORMAT);
      return new TokenList(ofJson(json, file), declared(json), file.words());
    }
    return new TokenList(ofLines(text, file), -1, file.words());
  }

  /** The file beside a model that usually lists its tokens. */
  static Path beside(Path folder) throws ConversionException {
    for (String name : BESIDE) {
      if (Files.exists(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    throw new ConversionException(
        Problem.VOCABULARY_MISSING,
        "there is none of "
            + String.join(", ", BESIDE)
            + " in "
            + folder
            + ", which would list the tokens. Name the list by --vocabulary.");
  }

  private static int declared(JsonValue json) throws ConversionException {
    JsonValue size = json.isObject() ? json.find("vocab_size") : null;
    return size == null ? -1 : size.count();
  }

  private static List<String> ofJson(JsonValue json, SourceFile file) throws ConversionException {
    if (json.isArray()) {
      return ofItems(json.items());
    }
    for (String name : LISTS) {
      JsonValue inner = json.find(name);
      if (inner != null && inner.isArray()) {
        return ofItems(inner.items());
      }
      if (inner != null && inner.isObject()) {
        return ofIds(inner.members(), file);
      }
    }
    return ofIds(json.members(), file);
  }

  private static List<String> ofItems(List<JsonValue> items) throws ConversionException {
    List<String> tokens = new ArrayList<>();
    for (JsonValue item : items) {
      tokens.add(item.text());
    }
    return tokens;
  }

  private static List<String> ofIds(Map<String, JsonValue> members, SourceFile file)
      throws ConversionException {
    String[] tokens = new String[Math.min(members.size(), Architecture.MAX_VOCABULARY)];
    if (tokens.length < members.size()) {
      throw wrong(file, "lists " + members.size() + " tokens, more than any model can have");
    }
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      String token = member.getKey();
      int id = member.getValue().count();
      if (id >= tokens.length) {
        throw wrong(
            file,
            "gives the token "
                + Quotation.of(token)
                + " the id "
                + id
                + ", and lists "
                + tokens.length
                + " tokens: their ids must be 0 to "
                + (tokens.length - 1));
      }
      if (tokens[id] != null) {
        throw wrong(
            file,
            "gives the id "
                + id
                + " to "
                + Quotation.of(tokens[id])
                + " and "
                + Quotation.of(token));
      }
      tokens[id] = token;
    }
    return List.of(tokens);
  }

  private static List<String> ofLines(String text, SourceFile file) throws ConversionException {
    List<String> tokens = new ArrayList<>();
    for (String line : text.split("\r?\n", -1)) {
      if (line.isBlank() || line.strip().contains(" ") || line.contains("\t")) {
        throw wrong(
            file,
            "has in line "
                + (tokens.size() + 1)
                + " the text "
                + Quotation.of(line)
                + ", and a token a line belongs there");
      }
      tokens.add(line.strip());
    }
    return tokens;
  }

  private static ConversionException wrong(SourceFile file, String what) {
    return new ConversionException(
        Problem.VOCABULARY_FORMAT,
        "the vocabulary "
            + file.name()
            + " "
            + what
            + ". Give a JSON array of the tokens in the order of their ids, a JSON object of tokens"
            + " with their ids, or text with a token a line.");
  }
}
