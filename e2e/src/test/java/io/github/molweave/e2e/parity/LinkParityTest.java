package io.github.molweave.e2e.parity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.replay.ReplayLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page reads a link as the command line does, whatever stands in it. */
class LinkParityTest {
  private static final Path TABLE =
      Path.of("..", "trainer/src/test/resources/io/github/molweave/trainer/replay/links.tsv");
  private static final Path READER = Path.of("..", "web/src/main/site/app/link.js");

  private static final List<String> PIECES =
      List.of(
          ("& = % %25 %41 %C3 %A9 %F0%9F %ED%A0%80 # , . / .. // : ? 0 7 00 0.9 1e3 -1 + C seed none"
                  + " \u00e9 \ud83d \u0663 &model= &id= &num= &seed= &T= &n= &p= &k= &valid= &prefix="
                  + " &controls= &lang= &x= mask 1a2b3c4d zinc de temperature,seed #v1 \u2028")
              .split(" "));

  @ParameterizedTest
  @EnumSource(names = {"CHROMIUM_JS", "WEBKIT_JS"})
  void readsAndWritesTheTableAndTwoThousandStrangeLinksAlike(BrowserRuntime runtime)
      throws IOException {
    List<List<String>> table =
        Files.readAllLines(TABLE, UTF_8).stream()
            .skip(1)
            .map(line -> List.of(line.split("\t", -1)))
            .toList();
    List<String> links = new ArrayList<>(table.stream().map(row -> row.get(0)).toList());
    links.add("#v1&seed=7&prefix=" + "C".repeat(100_000));
    links.addAll(strangeLinks(2000));
    List<List<String>> expected = links.stream().map(LinkParityTest::read).toList();
    long faultless = expected.stream().filter(row -> row.get(1).isEmpty()).count();
    assertTrue(faultless > 100 && faultless < 2000, faultless + " without a problem");
    try (RuntimePage page =
        RuntimePage.open(runtime, "links.js", Map.of("link.js", Files.readAllBytes(READER)))) {
      List<int[]> codes = links.stream().map(link -> link.chars().toArray()).toList();
      List<?> answers = (List<?>) page.call("readLinks", List.of(codes));
      for (int i = 0; i < links.size(); i++) {
        assertEquals(expected.get(i), answers.get(i), links.get(i));
      }
      for (int i = 0; i < table.size(); i++) {
        List<String> row = table.get(i);
        assertEquals(List.of(row.get(1), ascii(row.get(2))), answers.get(i), row.get(0));
      }
      assertEquals(List.of(), page.call("fuzzLinks", List.of(5, 4000)));
    }
  }

  private static List<String> read(String text) {
    ReplayLink link = ReplayLink.read(text);
    return List.of(
        link.written(),
        ascii(
            link.problems().stream()
                .map(one -> one.kind().id() + " " + one.key() + "=" + one.value())
                .collect(Collectors.joining("|"))));
  }

  private static String ascii(String text) {
    return text.chars()
        .mapToObj(code -> code >= ' ' && code <= '~' ? Character.toString(code) : "<" + code + ">")
        .collect(Collectors.joining());
  }

  private static List<String> strangeLinks(int count) {
    Random random = new Random(4);
    List<String> links = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder link = new StringBuilder("#v1");
      for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
        link.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      links.add(link.toString());
    }
    return links;
  }
}
