package io.github.molweave.browser.glue;

import java.util.ArrayList;
import java.util.List;
import org.teavm.backend.wasm.parser.AddressListener;
import org.teavm.backend.wasm.parser.WasmBinaryReader;

/** The strings of a module that TeaVM compiled, which are all that is in its data section. */
final class StringPool {
  private static final int I32_CONST = 0x41;
  private static final int END = 0x0b;

  private StringPool() {}

  /**
   * Reads a data section of one segment: for each string how many UTF-16 units it has, then these,
   * each by itself as one to three bytes in the manner of UTF-8.
   *
   * @throws IllegalStateException when the section is not so
   */
  static List<String> read(byte[] section) {
    WasmBinaryReader reader = new WasmBinaryReader(AddressListener.EMPTY, section);
    boolean plain =
        reader.readLEB() == 1
            && reader.readLEB() == 0
            && section[reader.ptr++] == I32_CONST
            && reader.readSignedLEB() == 0
            && section[reader.ptr++] == END;
    if (!plain || reader.readLEB() != section.length - reader.ptr) {
      throw new IllegalStateException("the data section is not one segment from address 0");
    }
    List<String> strings = new ArrayList<>();
    while (reader.ptr < section.length) {
      StringBuilder text = new StringBuilder();
      for (int units = reader.readLEB(); units > 0; units--) {
        text.append(unit(reader));
      }
      strings.add(text.toString());
    }
    return strings;
  }

  private static char unit(WasmBinaryReader reader) {
    int first = reader.data[reader.ptr++] & 0xff;
    if (first < 0x80) {
      return (char) first;
    }
    int second = reader.data[reader.ptr++] & 0x3f;
    if (first < 0xe0) {
      return (char) ((first & 0x1f) << 6 | second);
    }
    int third = reader.data[reader.ptr++] & 0x3f;
    return (char) ((first & 0x0f) << 12 | second << 6 | third);
  }
}
