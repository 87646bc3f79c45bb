package io.github.molweave.modelfile;

import io.github.molweave.modelfile.JsonReading.Kind;
import io.github.molweave.modelfile.JsonReading.NotJsonException;
import io.github.molweave.network.Architecture;
import io.github.molweave.tokens.Quotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The two metadata fields that are JSON inside a string: the vocabulary and the card. */
final class MetadataJson {
  private MetadataJson() {}

  static List<String> readVocabulary(String text) {
    List<String> tokens = new ArrayList<>();
    try {
      JsonReading json = new JsonReading(text);
      json.open(Kind.ARRAY);
      while (json.more(Kind.ARRAY)) {
        if (json.kind() != Kind.STRING || tokens.size() == Architecture.MAX_VOCABULARY) {
          throw notAList();
        }
        tokens.add(json.string());
      }
      json.end();
    } catch (NotJsonException e) {
      throw notAList();
    }
    return tokens;
  }

  private static ModelFileException notAList() {
    return Metadata.wrong(
        Problem.VOCABULARY_NOT_A_LIST,
        Metadata.VOCABULARY,
        "The vocabulary is not a JSON array of at most "
            + Architecture.MAX_VOCABULARY
            + " strings");
  }

  static Map<String, String> readCard(String text) {
    Map<String, String> card = new LinkedHashMap<>();
    try {
      JsonReading json = new JsonReading(text);
      json.open(Kind.OBJECT);
      while (json.more(Kind.OBJECT)) {
        String name = json.name();
        if (json.kind() != Kind.STRING) {
          throw notText("the entry " + Quotation.of(name) + " is not a string");
        }
        if (card.containsKey(name)) {
          throw Metadata.wrong(
              Problem.DUPLICATE_KEY,
              Metadata.CARD,
              "The card has the entry " + Quotation.of(name) + " twice");
        }
        String value = json.string();
        if (!isPlain(name) || !isPlain(value)) {
          throw notText("the entry " + Quotation.of(name) + " holds control characters");
        }
        card.put(name, value);
      }
      json.end();
    } catch (NotJsonException e) {
      throw notText("it is not a JSON object");
    }
    return card;
  }

  private static ModelFileException notText(String why) {
    return Metadata.wrong(
        Problem.CARD_NOT_TEXT, Metadata.CARD, "The model card is not plain text: " + why);
  }

  /** Line breaks and tabs are welcome; anything that could steer a terminal is not. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean control = c < 0x20 || (c >= 0x7f && c < 0xa0);
      if (control && c != '\n' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  static String write(List<String> tokens) {
    JsonText json = new JsonText().beginArray();
    for (String token : tokens) {
      json.value(token);
    }
    return json.endArray().toString();
  }

  static String write(Map<String, String> strings) {
    JsonText json = new JsonText().beginObject();
    for (Map.Entry<String, String> entry : strings.entrySet()) {
      json.name(entry.getKey()).value(entry.getValue());
    }
    return json.endObject().toString();
  }
}
