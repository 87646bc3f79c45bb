package io.github.molweave.trainer.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.card.ForeignText.Kind;
import io.github.molweave.trainer.card.ForeignText.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignTextTest {
  @Test
  void showsWhatCannotBeSeen() {
    assertEquals(
        "a[U+202E]b[U+0007]c[U+200B]d[U+D800]e[U+2028]f\ng h",
        ForeignText.visible("a\u202Eb\u0007c\u200Bd\uD800e\u2028f\ng\th"));
    assertEquals("é ש 分子 \uD83E\uDDEA", ForeignText.visible("é ש 分子 \uD83E\uDDEA"));
  }

  @Test
  void cutsWhatIsTooLongAndSaysSo() {
    String shown = ForeignText.visible("x".repeat(1 << 20));
    assertTrue(shown.length() < ForeignText.LONGEST + 100);
    assertTrue(shown.endsWith(" [cut here: 4,000 of 1,048,576 characters]"), shown);
  }

  @Test
  void linksLeadToHttpAndHttpsOnly() {
    assertEquals(
        List.of(
            new Piece("see ", Kind.TEXT),
            new Piece("https://doi.org/10.1000/a?b=1&c=2#d", Kind.LINK),
            new Piece(", or (", Kind.TEXT),
            new Piece("HTTP://zinc.docking.org/", Kind.LINK),
            new Piece(").", Kind.TEXT)),
        ForeignText.pieces(
            "see https://doi.org/10.1000/a?b=1&c=2#d, or (HTTP://zinc.docking.org/)."));
    for (String none :
        List.of(
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "javascripthttp://a.b/c",
            "https://",
            "https://paypal.com@evil.org/",
            "www.example.org")) {
      assertEquals(List.of(new Piece(none, Kind.TEXT)), ForeignText.pieces(none), none);
    }
  }

  @Test
  void aLinkEndsWhereATagOrAQuoteBegins() {
    assertEquals(
        List.of(new Piece("https://a.org/", Kind.LINK), new Piece("\"><script>", Kind.TEXT)),
        ForeignText.pieces("https://a.org/\"><script>"));
  }
}
