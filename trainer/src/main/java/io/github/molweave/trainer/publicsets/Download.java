package io.github.molweave.trainer.publicsets;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Fetches a file over HTTP, going on where an earlier attempt broke off. */
final class Download {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOTHING_MORE = 416;

  private Download() {}

  /**
   * Completes {@code part}.
   *
   * @param progress hears how many bytes more have come
   * @throws IOException when the server cannot be reached or refuses, or the answer is cut short;
   *     what has come stays
   */
  static void complete(URI address, Path part, LongConsumer progress) throws IOException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    HttpResponse<InputStream> response = send(client, request.build());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK -> {
          Files.deleteIfExists(part);
          append(response, body, part, progress);
        }
        case PARTIAL -> append(response, body, part, progress);
        case NOTHING_MORE -> progress.accept(0);
        default -> throw new IOException("the server answered " + response.statusCode());
      }
    }
  }

  private static HttpResponse<InputStream> send(HttpClient client, HttpRequest request)
      throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("stopped").initCause(stopped);
    }
  }

  private static void append(
      HttpResponse<InputStream> response, InputStream body, Path part, LongConsumer progress)
      throws IOException {
    long expected = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    long come = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream file =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        file.write(buffer, 0, read);
        come += read;
        progress.accept(read);
      }
    }
    if (come < expected) {
      throw new EOFException(
          "the connection broke off after " + come + " of " + expected + " bytes");
    }
  }
}
