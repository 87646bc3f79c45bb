package io.github.molweave.trainer.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The table that the page is held to as well, in {@code LinkParityTest}. */
final class LinkCasesTest {

  private static List<String[]> cases() throws IOException {
    try (InputStream table = LinkCasesTest.class.getResourceAsStream("links.tsv")) {
      String text = new String(table.readAllBytes(), UTF_8);
      return text.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    }
  }

  private static String problemsOf(ReplayLink link) {
    return link.problems().stream()
        .map(one -> one.kind().id() + " " + one.key() + "=" + one.value())
        .collect(Collectors.joining("|"));
  }

  @Test
  void readsEachLinkOfTheTableAsThePageDoes() throws IOException {
    List<String[]> cases = cases();
    assertEquals(104, cases.size());
    assertAll(
        cases.stream()
            .map(
                row ->
                    () -> {
                      ReplayLink link = ReplayLink.read(row[0]);
                      assertEquals(
                          List.of(row[1], row[2]),
                          List.of(link.written(), problemsOf(link)),
                          row[0]);
                    }));
  }

  @Test
  void readsTheLinkOfAWholeAddressAndNothingOfALongOne() {
    String address = "https://example.org/course/?week=3#v1&seed=7";
    assertEquals(Map.of(LinkKey.SEED, "7"), ReplayLink.read(address).values());
    ReplayLink tooLong = ReplayLink.read("#v1&seed=7&prefix=" + "C".repeat(100_000));
    assertEquals(Map.of(), tooLong.values());
    assertEquals("link-long =100018", problemsOf(tooLong));
  }

  @Provide
  static Arbitrary<String> links() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            Arrays.asList(
                "&",
                "=",
                "%",
                "%25",
                "%41",
                "%C3",
                "%A9",
                "%F0%9F",
                "#",
                ",",
                ".",
                "/",
                "..",
                "0",
                "7",
                "0.9",
                "1e3",
                "-",
                " ",
                "+",
                "C",
                "seed",
                "none",
                "\u00e9",
                "\ud83d",
                "\u0663",
                "&model=",
                "&id=",
                "&num=",
                "&seed=",
                "&T=",
                "&n=",
                "&p=",
                "&k=",
                "&valid=",
                "&prefix=",
                "&controls=",
                "&lang=",
                "mask",
                "1a2b3c4d",
                "zinc",
                "de"));
    return pieces.list().ofMaxSize(24).map(list -> "#v1" + String.join("", list));
  }

  @Property(tries = 2000)
  void readsAnythingAndWhatItWritesItReadsAgain(@ForAll("links") String text) {
    ReplayLink link = ReplayLink.read(text);
    ReplayLink again = ReplayLink.read(link.written());
    assertEquals("", problemsOf(again));
    assertEquals(link.written(), again.written());
  }

  @Property(tries = 500)
  void readsAnyText(@ForAll String text) {
    assertDoesNotThrow(() -> ReplayLink.read(text));
    assertDoesNotThrow(() -> ReplayLink.read("#v1&prefix=" + text));
  }
}
