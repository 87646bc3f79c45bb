package io.github.molweave.trainer.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Sources made of strings and bytes. */
final class CorpusFiles {
  private CorpusFiles() {}

  static CorpusSource text(String name, String content) {
    return bytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  static CorpusSource bytes(String name, byte[] content) {
    return new CorpusSource(name, () -> new ByteArrayInputStream(content));
  }

  static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
