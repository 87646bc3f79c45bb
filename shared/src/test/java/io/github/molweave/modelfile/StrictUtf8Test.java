package io.github.molweave.modelfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StrictUtf8Test {
  @Test
  void writesAndReadsEveryCharacterAsTheJdkDoes() {
    for (int block = 0; block <= Character.MAX_CODE_POINT; block += 0x100) {
      StringBuilder text = new StringBuilder();
      for (int codePoint = block; codePoint < block + 0x100; codePoint++) {
        if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
          text.appendCodePoint(codePoint).append('a');
        }
      }
      byte[] expected = text.toString().getBytes(UTF_8);
      assertArrayEquals(expected, StrictUtf8.encode(text.toString()));
      assertEquals(text.toString(), StrictUtf8.decode(expected, 0, expected.length));
    }
  }
}
