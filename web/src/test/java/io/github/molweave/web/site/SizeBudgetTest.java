package io.github.molweave.web.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeBudgetTest {
  private static final String BUDGET =
      """
      engine.files = molweave/e*.js
      engine.most = 100
      page.files = *.html molweave/*.js
      page.most = 50
      left.files = molweave/old.js
      total.most = 140
      """;

  @TempDir Path site;
  private final List<Path> names =
      List.of(Path.of("index.html"), Path.of("molweave/e.js"), Path.of("molweave/old.js"));

  @BeforeEach
  void site() throws IOException {
    Files.createDirectory(site.resolve("molweave"));
    write("index.html", 40);
    write("molweave/e.js", 1000);
    write("molweave/e.js.br", 100);
    write("molweave/old.js", 10_000);
  }

  @Test
  void countsTheSmallerCopyAndEachFileOnce() throws IOException {
    List<String> report = budget(BUDGET).report(site, names);
    assertEquals(
        List.of("engine 100 of 100 bytes", "page 40 of 50 bytes", "total 140 of 140 bytes"),
        report.stream().map(line -> line.trim().replaceAll(" +", " ")).toList());
    budget(BUDGET).check(site, names);
  }

  @Test
  void refusesAPartAboveItsMost() throws IOException {
    write("molweave/e.js.br", 101);
    refuses(BUDGET.replace("140", "1000"), "engine");
  }

  @Test
  void refusesATotalAboveItsMost() throws IOException {
    write("index.html", 41);
    refuses(BUDGET, "total");
  }

  @Test
  void countsWhatAPageFetchesWhateverItIsCalled() throws IOException {
    String page = "<script type=\"module\" src=\"assets/main-1A2B3C4D.js\"></script>";
    Files.writeString(site.resolve("index.html"), page);
    Files.createDirectory(site.resolve("assets"));
    write("assets/main-1A2B3C4D.js", 7);
    Path main = Path.of("assets/main-1A2B3C4D.js");
    String lines =
        "page.files = index.html\ntotal.most = 99\npage.most = 98\npage.with = index.html";
    assertEquals(
        page.length() + 7 + "",
        budget(lines)
            .report(site, List.of(Path.of("index.html"), main))
            .get(0)
            .trim()
            .split(" +", -1)[1]);
  }

  private void refuses(String budget, String part) {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> budget(budget).check(site, names));
    assertTrue(refusal.getMessage().contains(": " + part + " "), refusal.getMessage());
  }

  private SizeBudget budget(String lines) throws IOException {
    Path file = site.resolve("budget.properties");
    Files.writeString(file, lines);
    return new SizeBudget(file);
  }

  private void write(String name, int bytes) throws IOException {
    Files.write(site.resolve(name), new byte[bytes]);
  }
}
