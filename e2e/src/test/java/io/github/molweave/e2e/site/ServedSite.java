package io.github.molweave.e2e.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.web.server.Policy;
import io.github.molweave.web.server.ServeException;
import io.github.molweave.web.server.SiteServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the built site in a folder of its own, served on a free port until it is closed. */
public final class ServedSite implements AutoCloseable {
  /** What the build of {@code web} leaves; tests run in the folder of their own module. */
  public static final Path BUILT = Path.of("..", "web", "target", "site");

  /** The address of the page that {@link #withBlankPage} adds. */
  public static final String BLANK = "blank.html";

  private final Path folder;
  private SiteServer server;

  private ServedSite(Path folder) {
    this.folder = folder;
  }

  /** A copy of the whole site, not served yet. */
  public static ServedSite copy() {
    return copyBelow("");
  }

  /** A copy of the whole site in the folder {@code under} of another site, not served yet. */
  public static ServedSite copyBelow(String under) {
    assertTrue(Files.isRegularFile(BUILT.resolve("index.html")), BUILT + " is not built");
    try {
      ServedSite site = new ServedSite(Files.createTempDirectory("molweave-site"));
      for (Path file : tree(BUILT)) {
        Path target = site.folder.resolve(under).resolve(BUILT.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes {@code content} at {@code path}, in place of what is there, compressed copy included.
   */
  public ServedSite with(String path, byte[] content) {
    try {
      without(path);
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file of it. */
  public String text(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds an empty page: one without the application, which has workers of its own. */
  public ServedSite withBlankPage() {
    return with(BLANK, "<!doctype html><title>blank</title>".getBytes(UTF_8));
  }

  /** Removes {@code path} and its compressed copy. */
  public ServedSite without(String path) {
    try {
      Files.deleteIfExists(folder.resolve(path));
      Files.deleteIfExists(folder.resolve(path + ".br"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops serving; nobody answers at its address any more. */
  public void stop() {
    server.close();
  }

  /** Starts to serve, under {@code policy}. */
  public ServedSite serve(Policy policy) {
    try {
      server = SiteServer.start(folder, 0, policy);
      return this;
    } catch (ServeException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of {@code path}, the page itself when it is empty. */
  public URI address(String path) {
    return server.address().resolve(path);
  }

  /** Stops the server and deletes the copy. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    try {
      List<Path> files = tree(folder);
      files.sort(Comparator.reverseOrder());
      for (Path file : files) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> tree(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return new java.util.ArrayList<>(walk.toList());
    }
  }
}
