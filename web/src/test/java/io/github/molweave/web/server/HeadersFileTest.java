package io.github.molweave.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other hosts are told to send is what {@code ./molweave serve} sends. */
class HeadersFileTest {
  private static final Path FILE = Path.of("src/main/site/_headers");
  private static final Path PAGE_ABOUT_IT = Path.of("../docs/deploying.md");

  @TempDir Path site;

  @Test
  void namesTheHeadersOfTheServer() throws Exception {
    Files.writeString(site.resolve("index.html"), "<!doctype html>");
    Files.writeString(Files.createDirectory(site.resolve("assets")).resolve("a-1.js"), "1;");
    List<String> lines = Files.readAllLines(FILE);
    try (SiteServer server = SiteServer.start(site, 0, Policy.STRICT)) {
      HttpHeaders sent = null;
      for (String line : lines) {
        if (line.startsWith("/")) {
          sent = headers(server, line.startsWith("/assets/") ? "assets/a-1.js" : "");
        } else if (line.startsWith("  ")) {
          String[] header = line.trim().split(": ", 2);
          assertEquals(header[1], sent.firstValue(header[0]).orElse(""), line);
        }
      }
    }
    String policy = Policy.STRICT.header("/", "");
    assertTrue(lines.contains("  Content-Security-Policy: " + policy));
    String page = Files.readString(PAGE_ABOUT_IT);
    assertTrue(page.contains("`" + policy + "`"));
    assertEquals(3, page.split(Pattern.quote(policy), -1).length - 1);
  }

  private static HttpHeaders headers(SiteServer server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).headers();
  }
}
