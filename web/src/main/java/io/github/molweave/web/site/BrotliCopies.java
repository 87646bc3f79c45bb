package io.github.molweave.web.site;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Writes {@code NAME.br} beside each file of a folder that Brotli makes clearly smaller. */
final class BrotliCopies {
  private static final int SMALLEST_WORTH_IT = 512;

  private final Path site;

  BrotliCopies(Path site) {
    this.site = site;
  }

  /**
   * Writes the copies that are missing or older than their file; on a platform without the Brotli
   * library it says so on stderr and writes none.
   *
   * @param names paths relative to the folder
   * @return for each copy's name, the name of the file it is a copy of
   */
  Map<Path, Path> of(Collection<Path> names) throws IOException {
    Map<Path, Path> copies = new HashMap<>();
    if (!Brotli4jLoader.isAvailable()) {
      System.err.println(
          "No Brotli library for this platform: the page works, but is served uncompressed.");
      return copies;
    }
    for (Path name : names) {
      Path file = site.resolve(name);
      Path copy = file.resolveSibling(file.getFileName() + ".br");
      if (Files.size(file) < SMALLEST_WORTH_IT) {
        continue;
      }
      if (!Files.exists(copy) || older(copy, file)) {
        byte[] plain = Files.readAllBytes(file);
        byte[] packed = Encoder.compress(plain, new Encoder.Parameters().setQuality(11));
        if (packed.length > plain.length * 0.95) {
          continue;
        }
        Files.write(copy, packed);
      }
      copies.put(site.relativize(copy), name);
    }
    return copies;
  }

  private static boolean older(Path copy, Path file) throws IOException {
    return Files.getLastModifiedTime(copy).compareTo(Files.getLastModifiedTime(file)) < 0;
  }
}
