package io.github.molweave.e2e.site;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the built site, some of its files not as they should be. */
public final class FaultyServer implements AutoCloseable {
  /** What is wrong with a file. */
  public enum Fault {
    /** 404. */
    MISSING,
    /** A page comes in its place. */
    WEB_PAGE,
    /** Another type is said. */
    WRONG_TYPE,
    /** A thousand bytes come, and then none. */
    STALLED
  }

  private static final byte[] PAGE = "<!doctype html><title>Welcome</title>".getBytes(US_ASCII);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> extra = new ConcurrentHashMap<>();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Starts it on a free port. */
  public FaultyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Serves {@code content} at {@code path} too. */
  public FaultyServer with(String path, byte[] content) {
    extra.put(path, content);
    return this;
  }

  /** From now on only this file is at fault. */
  public void spoil(String path, Fault fault) {
    faults.clear();
    faults.put(path, fault);
  }

  /** The address of {@code path}. */
  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/").resolve(path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    Fault fault = faults.get(path);
    byte[] content = content(path);
    try (exchange) {
      if (fault == Fault.MISSING || content == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      boolean page = fault == Fault.WEB_PAGE;
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange
          .getResponseHeaders()
          .set("Content-Type", fault == Fault.WRONG_TYPE ? "text/plain" : type(page ? "" : path));
      byte[] body = page ? PAGE : content;
      exchange.sendResponseHeaders(200, body.length);
      if (fault == Fault.STALLED) {
        exchange.getResponseBody().write(body, 0, 1000);
        exchange.getResponseBody().flush();
        closing.await();
        return;
      }
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] content(String path) throws IOException {
    Path file = ServedSite.BUILT.resolve(path);
    return extra.containsKey(path)
        ? extra.get(path)
        : Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
  }

  private static String type(String path) {
    return switch (path.substring(path.lastIndexOf('.') + 1)) {
      case "js" -> "text/javascript";
      case "wasm" -> "application/wasm";
      case "safetensors" -> "application/octet-stream";
      default -> "text/html";
    };
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
