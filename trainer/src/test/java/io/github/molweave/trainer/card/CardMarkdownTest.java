package io.github.molweave.trainer.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.device.ParameterLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the Markdown means is asked of a Markdown parser, and of an HTML parser after it. */
class CardMarkdownTest {
  private static final List<Extension> EXTENSIONS =
      List.of(AutolinkExtension.create(), TablesExtension.create());

  private static ModelFile model(Map<String, String> card) {
    Vocabulary vocabulary =
        new Vocabulary(List.of(Vocabulary.START, Vocabulary.END, "C"), 0, 1, Vocabulary.NONE);
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, 3, 2, 4, 1));
    return TrainedModel.of(layout, layout.initialValues(1), vocabulary, card);
  }

  private static Document rendered(Map<String, String> card) {
    Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();
    return Jsoup.parse(renderer.render(parser.parse(CardMarkdown.of(model(card)))));
  }

  @Test
  void fieldsStandInTheirSections() {
    Map<String, String> card = new LinkedHashMap<>();
    card.put("name", "ZINC");
    card.put("licence", "CC0; see https://creativecommons.org/publicdomain/zero/1.0/");
    card.put("seed", "7");
    card.put("mood", "good");
    Document page = rendered(card);
    assertEquals("ZINC", page.select("h1").text());
    assertEquals(List.of("What it is", "How it was trained", "More"), page.select("h2").eachText());
    assertEquals("mood: good", page.select("ul").last().text());
    assertEquals(
        List.of("https://creativecommons.org/publicdomain/zero/1.0/"),
        page.select("a").eachAttr("href"));
    assertTrue(page.text().contains("gru-reset-after, 1 layer of 4 units"), page.text());
  }

  @Test
  void textOfTheCardMeansNothingToMarkdown() {
    List<String> hostile =
        List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[click](javascript:alert(1)) ![x](http://evil.org/x.png)",
            "<javascript:alert(1)> javascript://x/%0aalert(1) ftp://a.org/b mailto:a@b.org",
            "write to someone@example.org",
            "*a* _b_ __c__ `d` ~~e~~ &lt; &#60;script&#62; \\<b> $x$ ^f^",
            "first\n# heading\n- item\n1. one\n> quote\n---\n===\n```\ncode\n| a |\n|---|\n| b |",
            "a\n\n    indented\n\n<div>\nb\n\n[ref]: http://evil.org",
            "C[C@@H](N)C(=O)O c1ccc2c(c1)[nH]c1*2 [O-][N+](=O)C#C");
    Map<String, String> card = new LinkedHashMap<>();
    for (String text : hostile) {
      card.put(text, text);
    }
    Document page = rendered(card);
    Set<String> tags =
        page.body().getAllElements().stream().map(Element::tagName).collect(Collectors.toSet());
    assertEquals(Set.of("body", "h1", "h2", "ul", "li", "strong", "br", "a"), tags);
    assertEquals(
        Set.of("http://evil.org/x.png", "http://evil.org"),
        Set.copyOf(page.select("a").eachAttr("href")));
    assertEquals(hostile.size(), page.select("ul").last().children().size());
    for (int i = 0; i < hostile.size(); i++) {
      String flat = hostile.get(i).strip().replaceAll("\\s+", " ");
      assertEquals(flat + ": " + flat, page.select("ul").last().child(i).text());
    }
  }

  @Test
  void theModelOfTheTestsHasATidyCard() {
    String text = CardMarkdown.of(model(Map.of("corpus", "a.smi, 5 lines, SHA-256 00ff")));
    assertTrue(text.contains("- **corpus**: a.smi, 5 lines, SHA-256 00ff\n"), text);
  }
}
