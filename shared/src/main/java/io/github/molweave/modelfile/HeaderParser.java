package io.github.molweave.modelfile;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.molweave.tokens.Quotation;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JSON text to {@link Header}. Reads exactly the shape that safetensors prescribes and enters no
 * other value, so nesting cannot go deeper than the format does.
 */
final class HeaderParser {
  static final String METADATA = "__metadata__";

  private static final int MOST_DIGITS = 15;

  private final JsonReader json;

  private HeaderParser(String text) {
    json = strictReader(text);
  }

  static Header parse(String text) {
    HeaderParser parser = new HeaderParser(text);
    try {
      Header header = parser.header();
      expectEnd(parser.json);
      return header;
    } catch (IOException | IllegalStateException e) {
      throw new ModelFileException(
          Problem.HEADER_NOT_JSON, "header, " + parser.json.getPath(), "The header is not JSON");
    }
  }

  /** A reader that accepts RFC 8259 and nothing more. */
  static JsonReader strictReader(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    return reader;
  }

  static void expectEnd(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IOException("text after the end");
    }
  }

  private Header header() throws IOException {
    Map<String, String> metadata = null;
    List<Header.Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = uniqueName(names, "header");
      if (name.equals(METADATA)) {
        metadata = metadata();
      } else {
        entries.add(entry(name));
      }
    }
    json.endObject();
    return new Header(metadata, entries);
  }

  private String uniqueName(Set<String> earlier, String where) throws IOException {
    String name = json.nextName();
    if (!earlier.add(name)) {
      throw new ModelFileException(
          Problem.DUPLICATE_KEY, where, "The name " + Quotation.of(name) + " stands there twice");
    }
    return name;
  }

  private Map<String, String> metadata() throws IOException {
    requireStrings(json.peek() == JsonToken.BEGIN_OBJECT, METADATA);
    Map<String, String> fields = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = uniqueName(names, METADATA);
      requireStrings(json.peek() == JsonToken.STRING, "metadata field " + Quotation.of(name));
      fields.put(name, json.nextString());
    }
    json.endObject();
    return fields;
  }

  private static void requireStrings(boolean holds, String where) {
    if (!holds) {
      throw new ModelFileException(
          Problem.METADATA_NOT_STRINGS, where, METADATA + " must be an object of strings");
    }
  }

  private Header.Entry entry(String name) throws IOException {
    require(json.peek() == JsonToken.BEGIN_OBJECT, name, "must be an object");
    String type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    Set<String> fields = new HashSet<>();
    json.beginObject();
    while (json.hasNext()) {
      switch (uniqueName(fields, tensor(name))) {
        case "dtype" -> {
          require(json.peek() == JsonToken.STRING, name, "dtype must be a string");
          type = json.nextString();
        }
        case "shape" -> shape = wholeNumbers(name, "shape");
        case "data_offsets" -> offsets = wholeNumbers(name, "data_offsets");
        default -> require(false, name, "may only have dtype, shape and data_offsets");
      }
    }
    json.endObject();
    require(type != null, name, "lacks dtype");
    require(shape != null, name, "lacks shape");
    require(offsets != null && offsets.size() == 2, name, "needs two data_offsets");
    return new Header.Entry(name, type, shape, offsets.get(0), offsets.get(1));
  }

  private List<Long> wholeNumbers(String name, String field) throws IOException {
    require(json.peek() == JsonToken.BEGIN_ARRAY, name, field + " must be an array");
    List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      require(json.peek() == JsonToken.NUMBER, name, field + " must hold numbers");
      long number = wholeNumber(json.nextString());
      require(number >= 0, name, field + " must hold whole numbers of at most 15 digits");
      numbers.add(number);
    }
    json.endArray();
    return numbers;
  }

  /** The value of plain decimal {@code digits}, or -1 when they are anything else. */
  static long wholeNumber(String digits) {
    boolean leadingZero = digits.length() > 1 && digits.charAt(0) == '0';
    if (digits.isEmpty() || digits.length() > MOST_DIGITS || leadingZero) {
      return -1;
    }
    long value = 0;
    for (int at = 0; at < digits.length(); at++) {
      char digit = digits.charAt(at);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      value = value * 10 + (digit - '0');
    }
    return value;
  }

  private static String tensor(String name) {
    return "tensor " + Quotation.of(name);
  }

  private static void require(boolean holds, String name, String rule) {
    if (!holds) {
      throw new ModelFileException(
          Problem.TENSOR_ENTRY, tensor(name), "The tensor's entry in the header " + rule);
    }
  }
}
