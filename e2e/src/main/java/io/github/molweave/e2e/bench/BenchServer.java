package io.github.molweave.e2e.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the bench's page on this machine alone, isolated from other origins: without these headers
 * a browser gives no page threads that share memory.
 */
final class BenchServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html",
          "text/html",
          "js",
          "text/javascript",
          "mjs",
          "text/javascript",
          "wasm",
          "application/wasm");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Map<String, byte[]> data = new ConcurrentHashMap<>();

  private BenchServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Starts on a free port; {@code folders} are served under their keys, such as {@code /peers/}.
   */
  static BenchServer start(Map<String, Path> folders) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    BenchServer server = new BenchServer(http);
    folders.forEach(
        (path, folder) -> http.createContext(path, exchange -> file(exchange, path, folder)));
    http.createContext("/data/", server::data);
    http.start();
    return server;
  }

  /** From now on answers {@code /data/NAME} with {@code content}. */
  void put(String name, byte[] content) {
    data.put("/data/" + name, content);
  }

  /** The page's address. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void data(HttpExchange exchange) throws IOException {
    answer(exchange, "application/octet-stream", data.get(exchange.getRequestURI().getPath()));
  }

  private static void file(HttpExchange exchange, String path, Path folder) throws IOException {
    String rest = exchange.getRequestURI().getPath().substring(path.length());
    Path file = folder.resolve(rest.isEmpty() ? "index.html" : rest).normalize();
    boolean here = file.startsWith(folder) && Files.isRegularFile(file);
    String name = file.getFileName().toString();
    String type =
        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    answer(exchange, type, here ? Files.readAllBytes(file) : null);
  }

  private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Cross-Origin-Opener-Policy", "same-origin");
      exchange.getResponseHeaders().set("Cross-Origin-Embedder-Policy", "require-corp");
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
      if (body != null) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
