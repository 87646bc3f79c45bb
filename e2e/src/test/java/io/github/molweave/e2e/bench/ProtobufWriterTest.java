package io.github.molweave.e2e.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of protobuf.dev, "Encoding". */
class ProtobufWriterTest {
  private static String hex(ProtobufWriter message) {
    return HexFormat.of().formatHex(message.toBytes());
  }

  @Test
  void writesANumberInGroupsOfSevenBits() {
    assertEquals("089601", hex(new ProtobufWriter().number(1, 150)));
  }

  @Test
  void writesANegativeNumberInTenBytes() {
    assertEquals("08feffffffffffffffff01", hex(new ProtobufWriter().number(1, -2)));
  }

  @Test
  void writesATextWithItsLength() {
    assertEquals("120774657374696e67", hex(new ProtobufWriter().text(2, "testing")));
  }

  @Test
  void writesAMessageInsideAnother() {
    assertEquals(
        "1a03089601", hex(new ProtobufWriter().message(3, new ProtobufWriter().number(1, 150))));
  }
}
