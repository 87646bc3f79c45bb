package io.github.molweave.e2e.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the build of {@code browser} leaves for the conformance page, by address. */
final class ConformanceFiles {
  private static final Path TARGET = Path.of("..", "browser", "target");

  private ConformanceFiles() {}

  /** The compiled conformance door of each engine. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> folder = Files.list(TARGET.resolve("conformance"))) {
      for (Path file : folder.filter(Files::isRegularFile).toList()) {
        files.put("conformance/" + file.getFileName(), Files.readAllBytes(file));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same and the SIMD kernel. */
  static Map<String, byte[]> withKernel() {
    Map<String, byte[]> files = all();
    try {
      Path kernel = TARGET.resolve("dist").resolve("kernel.wasm");
      files.put("conformance/kernel.wasm", Files.readAllBytes(kernel));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
