package io.github.molweave.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.DropReason;
import io.github.molweave.trainer.corpus.DroppedLine;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.evaluation.EpochSamples;
import io.github.molweave.trainer.evaluation.EpochSamples.Failure;
import io.github.molweave.trainer.journal.JournalLine;
import io.github.molweave.trainer.journal.JournalLine.Epoch;
import io.github.molweave.trainer.journal.JournalLine.Samples;
import io.github.molweave.trainer.journal.JournalLine.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page is read by an HTML parser, as a browser would. */
class ReportPageTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final List<String> MOLECULES =
      List.of("CC(=O)Oc1ccccc1C(=O)O", "C[C@@H](N)C(=O)O", "Brc1ccncc1", "CCO");

  /** Whatever an evil corpus or model file may say. */
  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "</title></style></svg><svg onload=alert(1)>",
          "<a href=\"javascript:alert(1)\">x</a> javascript:alert(1)",
          "<iframe src=https://evil.org></iframe><base href=//evil.org><meta http-equiv=refresh>",
          "&#60;script&#62; &lt;b&gt; --> ]]>",
          "\u202Eevil\u0000\u0007\u001B[31m",
          "x".repeat(1 << 20));

  private static RunState state(String text) {
    EpochSamples drawn =
        new EpochSamples(10, MOLECULES, 4, 1, List.of(new Failure("C" + text, "no: " + text)));
    List<JournalLine> lines = new ArrayList<>();
    for (int step = 1; step <= 2000; step++) {
      lines.add(new Step(NOON, step, 1, 3.0 / step, 0.5, 0.001, 5000));
    }
    List<String> shown = new ArrayList<>(MOLECULES);
    shown.add(text);
    Samples samples = new Samples(drawn.validity(), drawn.uniqueness(), drawn.novelty(), shown);
    lines.add(new Epoch(NOON, 1000, 1, 1.5, 1.25, true, null));
    lines.add(new Epoch(NOON, 2000, 2, 1.0, 1.125, true, samples));
    CorpusReport corpus =
        new CorpusReport(
            List.of(new SourceCount(text, Part.TRAINING, "00ff", 1234)),
            Map.of(DropReason.UNKNOWN_ELEMENT, 2),
            List.of(new DroppedLine(text, 3, DropReason.UNKNOWN_ELEMENT, text)),
            1200,
            32);
    Map<String, String> card = new LinkedHashMap<>();
    card.put("licence", text);
    card.put(text, "https://example.org/terms and http://evil.org/\"onclick=alert(1)");
    return new RunState(
        "A run on " + text,
        "Training.",
        NOON,
        1000,
        lines,
        drawn,
        Property.of(MOLECULES),
        Property.of(List.of("CCN", "CCC", "c1ccccc1")),
        corpus,
        Map.of("--" + text, text),
        Map.of("device", text),
        model(card));
  }

  private static ModelFile model(Map<String, String> card) {
    Vocabulary vocabulary =
        new Vocabulary(List.of(Vocabulary.START, Vocabulary.END, "C"), 0, 1, Vocabulary.NONE);
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, 3, 2, 4, 1));
    return TrainedModel.of(layout, layout.initialValues(1), vocabulary, card);
  }

  private static Document page(String text) {
    return Jsoup.parse(ReportPage.of(state(text)));
  }

  @Test
  void tellsWhatARunDid() {
    Document page = page("zinc.smi");
    assertEquals("A run on zinc.smi", page.title());
    assertEquals(5, page.select("ol.molecules li").size());
    assertEquals(4, page.select("ol.molecules svg").size());
    assertEquals(
        List.of("C9H8O4", "C3H7NO2", "C5H4BrN", "C2H6O"),
        page.select("ol.molecules svg title").eachText());
    List<String> charts = page.select("svg.chart title").eachText();
    assertTrue(charts.contains("Loss, nats per token"), charts.toString());
    assertTrue(charts.contains("Samples, %"), charts.toString());
    assertTrue(charts.contains("QED of samples and corpus"), charts.toString());
    assertTrue(page.text().contains("40.0 % (16.8 to 68.7)"), page.text());
    assertTrue(page.text().contains("dropped: unknown element 2"), page.text());
    assertEquals(
        List.of("2 best", "1.0000", "1.1250"),
        page.select("tbody tr").last().children().eachText().subList(0, 3));
    for (String points : page.select("polyline").eachAttr("points")) {
      assertTrue(points.split(" ").length <= 300, "2,000 steps are thinned out");
    }
  }

  @Test
  void nothingFromOutsideIsMoreThanText() {
    Set<String> tags = tags(page("harmless"));
    for (String text : HOSTILE) {
      Document page = page(text);
      assertEquals(tags, tags(page), text);
      for (Element element : page.getAllElements()) {
        for (Attribute attribute : element.attributes()) {
          assertFalse(attribute.getKey().startsWith("on"), element.outerHtml());
          assertFalse(attribute.getValue().contains("javascript:"), element.outerHtml());
        }
      }
      assertTrue(page.select("a[href=https://example.org/terms]").hasAttr("rel"));
      for (String address : page.select("[href]").eachAttr("href")) {
        assertTrue(address.matches("https?://[a-z.]+(/[a-z]*)?"), address);
      }
      assertTrue(page.select("[src], [srcset], [style], [action], [data], base").isEmpty());
    }
  }

  private static Set<String> tags(Document page) {
    return page.getAllElements().stream().map(Element::tagName).collect(Collectors.toSet());
  }

  @Test
  void whatCannotBeSeenIsSpelledOutAndWhatIsEndlessIsCut() {
    String html = ReportPage.of(state("\u202Eevil\u0007"));
    assertTrue(html.contains("[U+202E]evil[U+0007]"));
    assertTrue(html.codePoints().allMatch(c -> c >= ' ' || c == '\n'), "no control characters");
    assertFalse(html.contains("\u202E"));
    assertTrue(ReportPage.of(state("x".repeat(1 << 20))).length() < 500_000);
  }

  @Test
  void thePolicyAllowsNothingButThePagesOwnStyle() throws Exception {
    Document page = page("zinc.smi");
    String style = page.select("style").first().data();
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(hash)
            + "'; base-uri 'none'; form-action 'none'",
        page.select("meta[http-equiv=Content-Security-Policy]").attr("content"));
    assertFalse(style.contains("url("), style);
    assertTrue(style.contains("prefers-color-scheme: dark"), style);
    assertTrue(style.contains(".mw-atom-Br{--ink:#"), style);
  }

  @Test
  void canBeWrittenBeforeThereIsAnything() {
    RunState full = state("zinc.smi");
    RunState empty =
        new RunState(
            "A run",
            "Begun.",
            NOON,
            1,
            List.of(),
            null,
            Map.of(),
            Map.of(),
            full.corpus(),
            Map.of(),
            Map.of(),
            null);
    Document page = Jsoup.parse(ReportPage.of(empty));
    assertTrue(page.text().contains("No figures yet."), page.text());
    assertTrue(page.select("svg").isEmpty());
  }
}
