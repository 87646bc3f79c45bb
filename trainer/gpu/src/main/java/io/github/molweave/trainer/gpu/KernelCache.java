package io.github.molweave.trainer.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Compiled kernels of earlier runs, one file for each source, compiler and kind of card. A cache
 * that cannot be read or written is none, and nobody is told.
 */
final class KernelCache {
  private final Path folder;

  KernelCache(Path folder) {
    this.folder = folder;
  }

  /** In {@code XDG_CACHE_HOME} or {@code ~/.cache}. */
  static KernelCache ofUser(Map<String, String> environment) {
    String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path home = Path.of(System.getProperty("user.home"), ".cache");
    return new KernelCache((caches.isBlank() ? home : Path.of(caches)).resolve("molweave"));
  }

  /** The file for {@code key}, whatever decides the code: source, compiler, card. */
  private Path file(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return folder.resolve("kernels-" + HexFormat.of().formatHex(digest, 0, 16) + ".cubin");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  Optional<byte[]> read(String key) {
    try {
      byte[] code = Files.readAllBytes(file(key));
      return code.length == 0 ? Optional.empty() : Optional.of(code);
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  void write(String key, byte[] code) {
    try {
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, "kernels", ".tmp");
      Files.write(half, code);
      Files.move(half, file(key), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException readOnly) {
      // The next run compiles again.
    }
  }
}
