package io.github.molweave.trainer.conversion;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value in somebody's JSON, asked for by what it should be. Names that stand twice are refused,
 * since readers disagree about which one counts.
 *
 * <p>Errors: a question that the value has no answer to is the problem that its document was opened
 * with.
 */
final class JsonValue {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 40;

  private final JsonElement element;
  private final String where;
  private final Problem problem;

  private JsonValue(JsonElement element, String where, Problem problem) {
    this.element = element;
    this.where = where;
    this.problem = problem;
  }

  /**
   * Reads a document whole.
   *
   * @param unlike the problem of a document that is JSON, but not what was expected
   * @throws ConversionException with {@code notJson} when it is no JSON
   */
  static JsonValue parse(SourceFile file, Problem notJson, Problem unlike)
      throws ConversionException {
    String text = text(file, notJson);
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(DEEPEST);
      JsonElement root = element(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("more than one value");
      }
      return new JsonValue(root, file.name(), unlike);
    } catch (IOException | IllegalStateException | NumberFormatException failure) {
      throw new ConversionException(notJson, notJson(file, text), failure);
    }
  }

  /**
   * The text of a file in UTF-8, without its byte order mark.
   *
   * @throws ConversionException with {@code problem} when it is something else
   */
  static String text(SourceFile file, Problem problem) throws ConversionException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.bytes())).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException binary) {
      throw new ConversionException(
          problem, file.name() + " is no text in UTF-8. Check that it is the right file.", binary);
    }
  }

  private static String notJson(SourceFile file, String text) {
    String beginning = text.strip();
    if (beginning.startsWith("<")) {
      return file.name()
          + " is a web page, not JSON. A server that cannot find a file often answers with a page:"
          + " fetch the file itself.";
    }
    if (beginning.startsWith("version https://git-lfs")) {
      return file.name() + " is a Git LFS pointer. Fetch the real file with 'git lfs pull'.";
    }
    return file.name() + " is not JSON, or was cut short. Copy it again.";
  }

  private static JsonElement element(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
          String name = reader.nextName();
          if (object.has(name)) {
            throw new MalformedJsonException("a name stands twice");
          }
          object.add(name, element(reader));
        }
        reader.endObject();
        return object;
      }
      case BEGIN_ARRAY -> {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
          array.add(element(reader));
        }
        reader.endArray();
        return array;
      }
      case STRING -> {
        return new JsonPrimitive(reader.nextString());
      }
      case NUMBER -> {
        String digits = reader.nextString();
        if (digits.length() > LONGEST_NUMBER) {
          throw new MalformedJsonException("a number is too long");
        }
        return new JsonPrimitive(Double.valueOf(digits));
      }
      case BOOLEAN -> {
        return new JsonPrimitive(reader.nextBoolean());
      }
      default -> {
        reader.nextNull();
        return JsonNull.INSTANCE;
      }
    }
  }

  private JsonValue at(JsonElement value, String step) {
    return new JsonValue(value, where + step, problem);
  }

  boolean isObject() {
    return element.isJsonObject();
  }

  boolean isArray() {
    return element.isJsonArray();
  }

  boolean isText() {
    return element instanceof JsonPrimitive primitive && primitive.isString();
  }

  /** The member {@code name}; null when there is none, or it is null. */
  JsonValue find(String name) throws ConversionException {
    require(isObject(), "an object");
    JsonElement member = element.getAsJsonObject().get(name);
    return member == null || member.isJsonNull() ? null : at(member, "." + name);
  }

  /** The member {@code name}. */
  JsonValue get(String name) throws ConversionException {
    JsonValue member = find(name);
    if (member == null) {
      throw new ConversionException(
          problem, where + " lacks " + Quotation.of(name) + ". Check that it is the right file.");
    }
    return member;
  }

  /** The members of an object, in their order. */
  Map<String, JsonValue> members() throws ConversionException {
    require(isObject(), "an object");
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : element.getAsJsonObject().entrySet()) {
      members.put(entry.getKey(), at(entry.getValue(), "." + entry.getKey()));
    }
    return members;
  }

  /** The items of an array. */
  List<JsonValue> items() throws ConversionException {
    require(isArray(), "an array");
    List<JsonValue> items = new ArrayList<>();
    for (JsonElement item : element.getAsJsonArray()) {
      items.add(at(item, "[" + items.size() + "]"));
    }
    return items;
  }

  /** The first item of an array that has one. */
  JsonValue first() throws ConversionException {
    List<JsonValue> items = items();
    require(!items.isEmpty(), "an array of something");
    return items.get(0);
  }

  String text() throws ConversionException {
    require(isText(), "a text");
    return element.getAsString();
  }

  /** A number. */
  double number() throws ConversionException {
    require(element instanceof JsonPrimitive primitive && primitive.isNumber(), "a number");
    return element.getAsDouble();
  }

  /** A whole number from 0 to 2^31-1. */
  int count() throws ConversionException {
    double number = number();
    require(number >= 0 && number <= Integer.MAX_VALUE && number % 1 == 0, "a whole number");
    return (int) number;
  }

  /** Whether the member {@code name} is true; {@code absent} when there is none. */
  boolean flag(String name, boolean absent) throws ConversionException {
    JsonValue member = find(name);
    if (member == null) {
      return absent;
    }
    boolean logical = member.element instanceof JsonPrimitive primitive && primitive.isBoolean();
    member.require(logical, "true or false");
    return member.element.getAsBoolean();
  }

  /** What the value looks like, short enough for a message. */
  String quoted() {
    return Quotation.of(isText() ? element.getAsString() : element.toString());
  }

  private void require(boolean holds, String what) throws ConversionException {
    if (!holds) {
      throw new ConversionException(
          problem, Quotation.of(where) + " should be " + what + ", and is " + quoted() + ".");
    }
  }
}
