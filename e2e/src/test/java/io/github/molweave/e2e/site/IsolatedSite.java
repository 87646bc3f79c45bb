package io.github.molweave.e2e.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The scripts of the built site under the headers that isolate a page from other origins. Without
 * them a browser does not tell a page how much memory it uses.
 */
public final class IsolatedSite implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of("js", "text/javascript", "html", "text/html", "wasm", "application/wasm");

  private final HttpServer server;
  private final Map<String, byte[]> files;

  private IsolatedSite(HttpServer server, Map<String, byte[]> files) {
    this.server = server;
    this.files = files;
  }

  /** Serves an empty page, {@code blank.html}, and {@code files} by path, beside the site. */
  public static IsolatedSite serve(Map<String, byte[]> files) {
    try {
      InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      IsolatedSite site = new IsolatedSite(HttpServer.create(free, 0), files);
      site.server.createContext("/", site::answer);
      site.server.start();
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    Path built = ServedSite.BUILT.resolve(path);
    byte[] content = files.get(path);
    if (path.equals("blank.html")) {
      content = "<!doctype html><title>blank</title>".getBytes(UTF_8);
    } else if (content == null && Files.isRegularFile(built)) {
      content = Files.readAllBytes(built);
    }
    String ending = path.substring(path.lastIndexOf('.') + 1);
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Embedder-Policy", "require-corp");
    exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : 0);
    try (OutputStream body = exchange.getResponseBody()) {
      if (content != null) {
        body.write(content);
      }
    }
  }

  /** The address of {@code path}. */
  public URI address(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + path);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
