package io.github.molweave.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells the service worker what it keeps on a visitor's device: every file of the site with the
 * hash of its content, and the version, which is a hash over all of them. What few visitors need,
 * and what is large, it keeps only once it was used.
 */
final class OfflineCopy {
  /** Its name in the site, and its source's among the page's. */
  static final String SERVICE_WORKER = "service-worker.js";

  private static final PathMatcher NEVER = matcher("{service-worker.js,_headers,**.d.ts}");

  /** For browsers without WebAssembly GC, for {@code engine: 'wasm'}, filters of corpora, icons. */
  private static final PathMatcher LATER =
      matcher("{molweave/chemistry-js.js,molweave/engine-wasm*,models/*.novelty,icons/*}");

  private OfflineCopy() {}

  /** Writes the list into the service worker of {@code site}, if it has one. */
  static void into(Path site, Set<Path> names) throws IOException {
    Path worker = site.resolve(SERVICE_WORKER);
    if (!Files.exists(worker)) {
      return;
    }
    Map<String, String> files = new TreeMap<>();
    Set<String> later = new TreeSet<>();
    MessageDigest all = sha256();
    for (Path name : names) {
      if (NEVER.matches(name)) {
        continue;
      }
      String address = name.toString().replace('\\', '/');
      String hash =
          HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(site.resolve(name))));
      all.update((address + ' ' + hash + '\n').getBytes(UTF_8));
      if (LATER.matches(name)) {
        later.add(address);
      } else {
        files.put(address, hash);
      }
    }
    String version = HexFormat.of().formatHex(all.digest()).substring(0, 12);
    String release =
        "const RELEASE = {\n  version: '%s',\n  files: {\n%s\n  },\n  later: [%s],\n};\n"
            .formatted(
                version,
                files.entrySet().stream()
                    .map(file -> "    '" + file.getKey() + "': '" + file.getValue() + "',")
                    .collect(Collectors.joining("\n")),
                later.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")));
    Files.writeString(worker, release + Files.readString(worker));
  }

  private static PathMatcher matcher(String glob) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
