package io.github.molweave.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other hosts are told to send is what {@code ./molweave serve} sends. */
class HeadersFileTest {
  private static final Path FILE = Path.of("src/main/site/_headers");
  private static final Path PAGE_ABOUT_IT = Path.of("../docs/deploying.md");

  @TempDir Path site;

  @Test
  void namesTheHeadersOfTheServer() throws Exception {
    for (String page : pages()) {
      Files.writeString(site.resolve(page), "<!doctype html>");
    }
    Files.writeString(Files.createDirectory(site.resolve("assets")).resolve("a-1.js"), "1;");
    List<String> lines = Files.readAllLines(FILE);
    try (SiteServer server = SiteServer.start(site, 0, Policy.STRICT)) {
      HttpHeaders sent = null;
      for (String line : lines) {
        if (line.startsWith("/")) {
          sent = headers(server, line.startsWith("/assets/") ? "assets/a-1.js" : example(line));
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

  /** The page for frames alone may be shown by other origins. */
  @Test
  void letsOthersFrameOnePageOnly() throws Exception {
    Pattern framing = Pattern.compile("(?m)^/(\\S*)\n  X-Frame-Options: SAMEORIGIN$");
    List<String> rules =
        framing.matcher(Files.readString(FILE)).results().map(rule -> rule.group(1)).toList();
    for (String page : pages()) {
      Files.writeString(site.resolve(page), "<!doctype html>");
    }
    try (SiteServer server = SiteServer.start(site, 0, Policy.STRICT)) {
      for (String page : pages()) {
        boolean open = page.equals("frame.html");
        assertEquals(open, headers(server, page).firstValue("X-Frame-Options").isEmpty(), page);
        boolean named = rules.stream().anyMatch(rule -> example("/" + rule).equals(page));
        assertEquals(open, !named, page);
      }
    }
    assertTrue(rules.contains(""), "the folder's own address shows index.html");
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(FILE.getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html"))
          .toList();
    }
  }

  /** A page that a rule is about: those whose names have a star are so with and without ending. */
  private static String example(String rule) {
    String name = rule.substring(1);
    return name.length() > 1 ? name.replace("*", ".html") : "";
  }

  private static HttpHeaders headers(SiteServer server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).headers();
  }
}
