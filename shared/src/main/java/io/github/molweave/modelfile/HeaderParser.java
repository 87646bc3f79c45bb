package io.github.molweave.modelfile;

import io.github.molweave.modelfile.JsonReading.Kind;
import io.github.molweave.modelfile.JsonReading.NotJsonException;
import io.github.molweave.tokens.Quotation;
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

  private final JsonReading json;

  private HeaderParser(String text) {
    json = new JsonReading(text);
  }

  static Header parse(String text) {
    HeaderParser parser = new HeaderParser(text);
    try {
      Header header = parser.header();
      parser.json.end();
      return header;
    } catch (NotJsonException e) {
      throw new ModelFileException(
          Problem.HEADER_NOT_JSON,
          "header, character " + parser.json.position(),
          "The header is not JSON");
    }
  }

  private Header header() {
    Map<String, String> metadata = null;
    List<Header.Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    json.open(Kind.OBJECT);
    while (json.more(Kind.OBJECT)) {
      String name = uniqueName(names, "header");
      if (name.equals(METADATA)) {
        metadata = metadata();
      } else {
        entries.add(entry(name));
      }
    }
    return new Header(metadata, entries);
  }

  private String uniqueName(Set<String> earlier, String where) {
    String name = json.name();
    if (!earlier.add(name)) {
      throw new ModelFileException(
          Problem.DUPLICATE_KEY, where, "The name " + Quotation.of(name) + " stands there twice");
    }
    return name;
  }

  private Map<String, String> metadata() {
    requireStrings(json.kind() == Kind.OBJECT, METADATA);
    Map<String, String> fields = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    json.open(Kind.OBJECT);
    while (json.more(Kind.OBJECT)) {
      String name = uniqueName(names, METADATA);
      requireStrings(json.kind() == Kind.STRING, "metadata field " + Quotation.of(name));
      fields.put(name, json.string());
    }
    return fields;
  }

  private static void requireStrings(boolean holds, String where) {
    if (!holds) {
      throw new ModelFileException(
          Problem.METADATA_NOT_STRINGS, where, METADATA + " must be an object of strings");
    }
  }

  private Header.Entry entry(String name) {
    require(json.kind() == Kind.OBJECT, name, "must be an object");
    String type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    Set<String> fields = new HashSet<>();
    json.open(Kind.OBJECT);
    while (json.more(Kind.OBJECT)) {
      switch (uniqueName(fields, tensor(name))) {
        case "dtype" -> {
          require(json.kind() == Kind.STRING, name, "dtype must be a string");
          type = json.string();
        }
        case "shape" -> shape = wholeNumbers(name, "shape");
        case "data_offsets" -> offsets = wholeNumbers(name, "data_offsets");
        default -> require(false, name, "may only have dtype, shape and data_offsets");
      }
    }
    require(type != null, name, "lacks dtype");
    require(shape != null, name, "lacks shape");
    require(offsets != null && offsets.size() == 2, name, "needs two data_offsets");
    return new Header.Entry(name, type, shape, offsets.get(0), offsets.get(1));
  }

  private List<Long> wholeNumbers(String name, String field) {
    require(json.kind() == Kind.ARRAY, name, field + " must be an array");
    List<Long> numbers = new ArrayList<>();
    json.open(Kind.ARRAY);
    while (json.more(Kind.ARRAY)) {
      require(json.kind() == Kind.NUMBER, name, field + " must hold numbers");
      long number = wholeNumber(json.number());
      require(number >= 0, name, field + " must hold whole numbers of at most 15 digits");
      numbers.add(number);
    }
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
