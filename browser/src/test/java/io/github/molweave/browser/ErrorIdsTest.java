package io.github.molweave.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorIdsTest {
  private static final Pattern ID =
      Pattern.compile("(?:MolweaveError\\(|\\bid: |Answers\\.error\\()\\s*['\"]([a-z-]+)['\"]");

  @Test
  void everyIdOfTheJavaScriptSideHasItsAnchor() throws IOException {
    List<String> page = Files.readAllLines(Path.of("../docs/troubleshooting.md"));
    Set<String> ids = ids();
    assertTrue(ids.size() >= 12, ids.toString());
    for (String id : ids) {
      assertEquals(1, page.stream().filter(line -> line.equals("### " + id)).count(), id);
    }
  }

  private static Set<String> ids() throws IOException {
    Set<String> ids = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher matcher = ID.matcher(Files.readString(file));
        while (matcher.find()) {
          ids.add(matcher.group(1));
        }
      }
    }
    return ids;
  }
}
