package io.github.molweave.e2e.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody's course: pages on an origin that Molweave does not know, by the name localhost where
 * Molweave is served by number.
 */
final class CourseSite implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript",
          "mjs", "text/javascript",
          "css", "text/css",
          "svg", "image/svg+xml",
          "json", "application/json");

  private final HttpServer server;
  private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
  private final Map<String, String> policies = new ConcurrentHashMap<>();
  private final List<Path> folders = new CopyOnWriteArrayList<>();

  CourseSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Serves a page without any policy. */
  CourseSite with(String path, String content) {
    pages.put(path, content.getBytes(UTF_8));
    return this;
  }

  /** Serves a page under a Content-Security-Policy. */
  CourseSite with(String path, String content, String policy) {
    policies.put(path, policy);
    return with(path, content);
  }

  /** Serves what lies in {@code built} too. */
  CourseSite with(Path built) {
    folders.add(built);
    return this;
  }

  URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/").resolve(path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(1);
      byte[] content = pages.get(path);
      for (Path folder : folders) {
        Path file = folder.resolve(path);
        if (content == null && Files.isRegularFile(file)) {
          content = Files.readAllBytes(file);
        }
      }
      String ending = path.substring(path.lastIndexOf('.') + 1);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
      if (policies.containsKey(path)) {
        headers.set("Content-Security-Policy", policies.get(path));
      }
      exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : 0);
      if (content != null) {
        exchange.getResponseBody().write(content);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
