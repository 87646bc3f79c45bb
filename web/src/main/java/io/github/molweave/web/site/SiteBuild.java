package io.github.molweave.web.site;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds the static folder: the page's sources, with the compiled engine under {@code molweave/},
 * their modules and styles bundled, what each page will need named in it, and a Brotli copy beside
 * every file that shrinks. Files that did not change are left alone; files without a source are
 * removed.
 */
public final class SiteBuild {
  static final String ENGINE_FOLDER = "molweave";

  private SiteBuild() {}

  /**
   * Builds {@code arguments[2]} from the page in {@code arguments[0]} and the engine in {@code
   * arguments[1]}, and holds it to the {@link SizeBudget} in {@code arguments[3]}. On a platform
   * without the bundler it says so on stderr and builds a site of many modules.
   *
   * @throws NoSuchFileException when either source folder is missing
   * @throws IllegalStateException when the modules cannot be bundled, or the site costs more than
   *     the budget allows
   */
  public static void main(String[] arguments) throws IOException {
    Path site = Path.of(arguments[2]).toAbsolutePath();
    Optional<Esbuild> esbuild = Esbuild.in(site.resolveSibling("esbuild"));
    if (esbuild.isEmpty()) {
      System.err.println(
          "No bundler for this platform: the page works, but from many files, not from a few.");
    }
    Set<Path> names = build(Path.of(arguments[0]), Path.of(arguments[1]), site, esbuild);
    if (Brotli4jLoader.isAvailable() && esbuild.isPresent()) {
      new SizeBudget(Path.of(arguments[3])).check(site, names);
    }
  }

  /** The names of its files are returned, without those of their copies. */
  static Set<Path> build(Path page, Path engine, Path site, Optional<Esbuild> esbuild)
      throws IOException {
    Path target = site.toAbsolutePath();
    Files.createDirectories(target);
    Path assembled = Files.createTempDirectory(target.getParent(), target.getFileName() + "-");
    try {
      copyTree(page, assembled);
      copyTree(engine, assembled.resolve(ENGINE_FOLDER));
      List<String> pages = pagesOf(page);
      if (esbuild.isPresent()) {
        Bundles.in(assembled, pages, esbuild.get());
      }
      for (String name : pages) {
        Path file = assembled.resolve(name);
        Files.writeString(file, Preloads.into(Files.readString(file), assembled));
      }
      OfflineCopy.into(assembled, namesOf(assembled));
      return publish(assembled, target);
    } finally {
      deleteTree(assembled);
    }
  }

  private static List<String> pagesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .sorted()
          .toList();
    }
  }

  /** Makes {@code site} what {@code assembled} is, with its compressed copies. */
  private static Set<Path> publish(Path assembled, Path site) throws IOException {
    Set<Path> names = namesOf(assembled);
    for (Path name : names) {
      copyIfChanged(assembled.resolve(name), site.resolve(name));
    }
    Map<Path, Path> compressed = new BrotliCopies(site).of(names);
    for (Path file : filesOf(site)) {
      Path name = site.relativize(file);
      if (!names.contains(name) && !compressed.containsKey(name)) {
        Files.delete(file);
      }
    }
    return names;
  }

  private static void copyTree(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      throw new NoSuchFileException(from.toString());
    }
    for (Path file : filesOf(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target);
    }
  }

  private static void copyIfChanged(Path source, Path target) throws IOException {
    if (Files.exists(target) && Files.mismatch(source, target) < 0) {
      return;
    }
    Files.createDirectories(target.getParent());
    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Set<Path> namesOf(Path folder) throws IOException {
    return filesOf(folder).stream()
        .map(folder::relativize)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
