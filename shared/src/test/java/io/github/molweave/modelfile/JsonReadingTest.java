package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.molweave.modelfile.JsonReading.Kind;
import io.github.molweave.modelfile.JsonReading.NotJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compared with Gson's reader, which knows RFC 8259 too. */
class JsonReadingTest {
  private static final String TEXT =
      "{ \"a\": [1, -20.5e+3, 0, -0.25, 1E9],\n\"b\\u00e9\\n\": {\"c\":\"\\\\x\\/\\ud83d\\ude00\\t\"}, \"\":[] ,\"d\":[[\"\"],{}]}";
  private static final String SPICE = "{}[],:\"\\ue+-.019 \t\nAf/*#'\u0001";

  @Test
  void agreesWithGsonOnTextsWithAFaultOrTwo() {
    Random luck = new Random(4);
    int accepted = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder(TEXT);
      for (int faults = luck.nextInt(3); faults > 0; faults--) {
        int at = luck.nextInt(text.length());
        char c = SPICE.charAt(luck.nextInt(SPICE.length()));
        switch (luck.nextInt(3)) {
          case 0 -> text.insert(at, c);
          case 1 -> text.setCharAt(at, c);
          default -> text.deleteCharAt(at);
        }
      }
      String expected = byGson(text.toString());
      assertEquals(expected, byMolweave(text.toString()), text.toString());
      accepted += expected.equals("no JSON") ? 0 : 1;
    }
    assertTrue(accepted > 20_000 && accepted < 80_000, accepted + " accepted");
  }

  @Test
  void tellsAllKindsOfValues() {
    JsonReading json = new JsonReading(" [true,null , false,1,\"\",[],{}]");
    json.open(Kind.ARRAY);
    assertTrue(json.more(Kind.ARRAY));
    assertEquals(Kind.LITERAL, json.kind());
    assertEquals(Kind.LITERAL, new JsonReading("null").kind());
    assertThrows(NotJsonException.class, () -> new JsonReading("nul").kind());
    assertThrows(NotJsonException.class, () -> new JsonReading("").kind());
  }

  private static String byMolweave(String text) {
    JsonReading json = new JsonReading(text);
    StringBuilder seen = new StringBuilder();
    try {
      walk(json, seen);
      json.end();
      return seen.toString();
    } catch (NotJsonException e) {
      return "no JSON";
    }
  }

  private static void walk(JsonReading json, StringBuilder seen) {
    switch (json.kind()) {
      case OBJECT -> {
        json.open(Kind.OBJECT);
        while (json.more(Kind.OBJECT)) {
          seen.append(json.name()).append(':');
          walk(json, seen);
        }
        seen.append('}');
      }
      case ARRAY -> {
        json.open(Kind.ARRAY);
        while (json.more(Kind.ARRAY)) {
          walk(json, seen);
        }
        seen.append(']');
      }
      case STRING -> seen.append(json.string()).append(';');
      case NUMBER -> seen.append(Double.parseDouble(json.number())).append(';');
      case LITERAL -> seen.append("literal");
    }
  }

  private static String byGson(String text) {
    JsonReader json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
    StringBuilder seen = new StringBuilder();
    try {
      walk(json, seen);
      return json.peek() == JsonToken.END_DOCUMENT ? seen.toString() : "no JSON";
    } catch (IOException | IllegalStateException e) {
      return "no JSON";
    }
  }

  private static void walk(JsonReader json, StringBuilder seen) throws IOException {
    switch (json.peek()) {
      case BEGIN_OBJECT -> {
        json.beginObject();
        while (json.hasNext()) {
          seen.append(json.nextName()).append(':');
          walk(json, seen);
        }
        json.endObject();
        seen.append('}');
      }
      case BEGIN_ARRAY -> {
        json.beginArray();
        while (json.hasNext()) {
          walk(json, seen);
        }
        json.endArray();
        seen.append(']');
      }
      case STRING -> seen.append(json.nextString()).append(';');
      case NUMBER -> seen.append(Double.parseDouble(json.nextString())).append(';');
      default -> throw new IllegalStateException("nothing else is there");
    }
  }
}
