package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonTextTest {

  @Property(seed = "1")
  void writesWhatGsonWrites(@ForAll("texts") List<String> texts, @ForAll int number)
      throws IOException {
    StringWriter gson = new StringWriter();
    JsonWriter expected = new JsonWriter(gson);
    JsonText actual = new JsonText();
    expected.beginObject().name("").value("");
    actual.beginObject().name("").value("");
    for (String text : texts) {
      expected.name(text).beginArray().value(text).value(number).value(text);
      expected.beginArray().endArray().beginObject().endObject().endArray();
      actual.name(text).beginArray().value(text).value(number).value(text);
      actual.beginArray().endArray().beginObject().endObject().endArray();
    }
    expected.endObject();
    actual.endObject();
    assertEquals(gson.toString(), actual.toString());
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .withCharRange('\0', '\u00ff')
        .withChars("\u2027\u2028\u2029\u202a\ud83e\uddea:,[{\"\\")
        .ofMaxLength(8)
        .list()
        .ofMaxSize(4)
        .uniqueElements();
  }
}
