package io.github.molweave.web.site;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Builds the static folder: the page's sources, with the compiled engine under {@code molweave/}
 * the modules it will need named in the page, and a Brotli copy beside every file that shrinks.
 * Files whose source did not change are left alone; files without a source are removed.
 */
public final class SiteBuild {
  private static final String ENGINE_FOLDER = "molweave";
  private static final String PAGE = "index.html";

  private SiteBuild() {}

  /**
   * Builds {@code arguments[2]} from the page in {@code arguments[0]} and the engine in {@code
   * arguments[1]}, and holds it to the {@link SizeBudget} in {@code arguments[3]}.
   *
   * @throws NoSuchFileException when either source folder is missing
   * @throws IllegalStateException when the site costs more than the budget allows
   */
  public static void main(String[] arguments) throws IOException {
    Path site = Path.of(arguments[2]);
    Set<Path> names = build(Path.of(arguments[0]), Path.of(arguments[1]), site);
    if (Brotli4jLoader.isAvailable()) {
      new SizeBudget(Path.of(arguments[3])).check(site, names);
    }
  }

  /** The names of its files are returned, without those of their copies. */
  static Set<Path> build(Path page, Path engine, Path site) throws IOException {
    Map<Path, Path> sourceOf = new TreeMap<>();
    collect(page, Path.of(""), sourceOf);
    collect(engine, Path.of(ENGINE_FOLDER), sourceOf);
    Files.createDirectories(site);
    for (Map.Entry<Path, Path> entry : sourceOf.entrySet()) {
      if (entry.getKey().equals(Path.of(PAGE))) {
        continue;
      }
      copyIfChanged(entry.getValue(), site.resolve(entry.getKey()));
    }
    writePreloads(page.resolve(PAGE), site);
    Map<Path, Path> compressed = new BrotliCopies(site).of(sourceOf.keySet());
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = site.relativize(file);
        if (!sourceOf.containsKey(name) && !compressed.containsKey(name)) {
          Files.delete(file);
        }
      }
    }
    return sourceOf.keySet();
  }

  /** The page with its links, written only when it is another one than before. */
  private static void writePreloads(Path source, Path site) throws IOException {
    String page = Preloads.into(Files.readString(source), site);
    Path target = site.resolve(PAGE);
    if (!Files.exists(target) || !page.equals(Files.readString(target))) {
      Files.writeString(target, page);
    }
  }

  private static void collect(Path folder, Path under, Map<Path, Path> sourceOf)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> sourceOf.put(under.resolve(folder.relativize(file)), file));
    }
  }

  private static void copyIfChanged(Path source, Path target) throws IOException {
    if (Files.exists(target) && Files.mismatch(source, target) < 0) {
      return;
    }
    Files.createDirectories(target.getParent());
    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
