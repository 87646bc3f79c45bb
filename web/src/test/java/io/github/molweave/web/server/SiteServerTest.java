package io.github.molweave.web.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteServerTest {
  private static final String STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

  @TempDir Path folder;
  private Path site;
  private SiteServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void serveASmallSite() throws Exception {
    site = Files.createDirectory(folder.resolve("site"));
    Files.writeString(folder.resolve("secret.txt"), "not for visitors");
    Files.writeString(site.resolve("index.html"), "<!doctype html><title>page</title>");
    Files.writeString(site.resolve("main.js"), "export const answer = 42;");
    Files.write(site.resolve("main.js.br"), new byte[] {1, 2, 3});
    Files.write(site.resolve("engine.wasm"), new byte[] {0, 'a', 's', 'm'});
    Files.write(site.resolve("tiny.safetensors"), new byte[] {9, 8, 7});
    Files.createDirectory(site.resolve("models"));
    server = SiteServer.start(site, 0, Policy.STRICT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void servesThePageAtTheRootUnderTheStrictPolicy() throws Exception {
    HttpResponse<byte[]> answer = get("");
    assertEquals(200, answer.statusCode());
    assertEquals(STRICT, header(answer, "Content-Security-Policy"));
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertTrue(header(answer, "Content-Type").startsWith("text/html"));
    assertTrue(text(answer).contains("page"));
  }

  @Test
  void namesNoSoftware() throws Exception {
    assertEquals("", header(get(""), "Server"));
  }

  @Test
  void givesEachKindOfFileItsType() throws Exception {
    assertTrue(header(get("main.js"), "Content-Type").startsWith("text/javascript"));
    assertEquals("application/wasm", header(get("engine.wasm"), "Content-Type"));
    assertEquals("application/octet-stream", header(get("tiny.safetensors"), "Content-Type"));
  }

  @Test
  void sendsTheBrotliCopyOnlyToThoseWhoAskForIt() throws Exception {
    HttpResponse<byte[]> packed = get("main.js", "Accept-Encoding", "br");
    assertEquals("br", header(packed, "Content-Encoding"));
    assertTrue(header(packed, "Content-Type").startsWith("text/javascript"));
    assertArrayEquals(new byte[] {1, 2, 3}, packed.body());
    HttpResponse<byte[]> plain = get("main.js", "Accept-Encoding", "gzip");
    assertEquals("", header(plain, "Content-Encoding"));
    assertEquals("export const answer = 42;", text(plain));
    assertTrue(header(plain, "Vary").contains("Accept-Encoding"));
  }

  @Test
  void answersAnUnchangedFileWith304() throws Exception {
    HttpResponse<byte[]> first = get("main.js");
    assertEquals("no-cache", header(first, "Cache-Control"));
    HttpResponse<byte[]> again = get("main.js", "If-None-Match", header(first, "ETag"));
    assertEquals(304, again.statusCode());
    // A browser takes over what this answer says: no-store would make it forget its copy.
    assertEquals("no-cache", header(again, "Cache-Control"));
    assertEquals(header(first, "ETag"), header(again, "ETag"));
    assertEquals("", header(again, "Content-Type"));
    Files.writeString(site.resolve("main.js"), "export const answer = 4711;");
    HttpResponse<byte[]> changed = get("main.js", "If-None-Match", header(first, "ETag"));
    assertEquals("export const answer = 4711;", text(changed));
  }

  @Test
  void letsABrowserKeepWhatIsNamedByItsContent() throws Exception {
    Files.writeString(
        Files.createDirectories(site.resolve("assets/app")).resolve("main-1A2B3C4D.js"), "1;");
    HttpResponse<byte[]> first = get("assets/app/main-1A2B3C4D.js");
    assertEquals("public, max-age=31536000, immutable", header(first, "Cache-Control"));
    HttpResponse<byte[]> again =
        get("assets/app/main-1A2B3C4D.js", "If-None-Match", header(first, "ETag"));
    assertEquals(304, again.statusCode());
    assertEquals("public, max-age=31536000, immutable", header(again, "Cache-Control"));
    assertEquals("no-store", header(get("assets/app/gone-1A2B3C4D.js"), "Cache-Control"));
    assertEquals("no-cache", header(get("assets/../index.html"), "Cache-Control"));
  }

  @Test
  void saysInWordsThatAFileIsNotThere() throws Exception {
    HttpResponse<byte[]> answer = get("<script>");
    assertEquals(404, answer.statusCode());
    assertEquals("There is no such file here. The page is at /\n", text(answer));
    assertEquals("text/plain; charset=utf-8", header(answer, "Content-Type"));
    assertEquals(STRICT, header(answer, "Content-Security-Policy"));
  }

  @Test
  void listsNoFolder() throws Exception {
    HttpResponse<byte[]> answer = get("models/");
    assertTrue(answer.statusCode() >= 400, "status " + answer.statusCode());
    assertFalse(text(answer).contains("Up to"), text(answer));
  }

  @Test
  void neverLeavesTheSite() throws Exception {
    String[] paths = {
      "/../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/models/../../secret.txt",
      "//../secret.txt",
      "/..;/secret.txt",
      "/%252e%252e/secret.txt",
      "/..\\secret.txt",
      "/%5c../secret.txt"
    };
    for (String path : paths) {
      String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 4"), path + ": " + answer);
      assertFalse(answer.contains("not for visitors"), path);
    }
  }

  @Test
  void followsNoLinkOutOfTheSite() throws Exception {
    Files.createSymbolicLink(site.resolve("link.txt"), folder.resolve("secret.txt"));
    assertEquals(404, get("link.txt").statusCode());
  }

  @Test
  void forbidsWebAssemblyOnlyWhenATestAsksForIt() throws Exception {
    try (SiteServer harder = SiteServer.start(site, 0, Policy.NO_WASM)) {
      HttpResponse<byte[]> answer =
          client.send(HttpRequest.newBuilder(harder.address()).build(), BodyHandlers.ofByteArray());
      assertEquals("default-src 'self'", header(answer, "Content-Security-Policy"));
    }
  }

  @Test
  void saysWhichPortIsTakenAndWhatToTry() {
    int taken = server.address().getPort();
    ServeException e =
        assertThrows(
            ServeException.class, () -> SiteServer.start(site, taken, Policy.STRICT).close());
    assertEquals(ServeException.Problem.PORT_IN_USE, e.problem());
    assertTrue(e.getMessage().startsWith("Port " + taken + " on 127.0.0.1 is taken"), e.toString());
  }

  @Test
  void refusesAFolderWithoutAPage() {
    ServeException e =
        assertThrows(
            ServeException.class, () -> SiteServer.start(folder, 0, Policy.STRICT).close());
    assertEquals(ServeException.Problem.NO_SITE, e.problem());
  }

  @Test
  void refusesAHostThatIsNotHere() {
    ServeException e =
        assertThrows(
            ServeException.class,
            () -> SiteServer.start(site, "192.0.2.1", 0, Policy.STRICT).close());
    assertEquals(ServeException.Problem.UNKNOWN_HOST, e.problem());
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    URI uri = server.address().resolve("/" + path.replace("<", "%3C").replace(">", "%3E"));
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  /** Sends bytes that no decent client would. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
