package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.CollectionPage;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.pages.SavedFiles;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** A molecule beside the others: spread over histograms, within limits, in a table of a few. */
class BesideOthersTest {
  /** Wide enough for every chain; the first and the last bin are filled, so that all are drawn. */
  private static final String CORPUS =
      """
      {"weight": {"from": 0, "width": 25, "counts": [1, 4, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]},
       "logP": {"from": -8, "width": 0.5, "counts": [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
         0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]},
       "qed": {"from": 0, "width": 0.05, "counts": [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]}}
      """;

  /** What stands in a column of the exported table, and how the page writes it. */
  private enum Property {
    weight("weight", 4, 0, 0, 25, "54"),
    logP("logp", 5, 1, -8, 0.5, "7.7"),
    qed("qed", 6, 2, 0, 0.05, "0.05");

    private final String column;
    private final int place;
    private final int digits;
    private final double from;
    private final double width;
    private final String corpusMedian;

    Property(String column, int place, int digits, double from, double width, String corpusMedian) {
      this.column = column;
      this.place = place;
      this.digits = digits;
      this.from = from;
      this.width = width;
      this.corpusMedian = corpusMedian;
    }

    List<Double> of(List<String> table) {
      assertEquals(column, table.get(0).split(",", -1)[place]);
      return table.stream()
          .skip(1)
          .map(row -> row.split(",", -1)[place])
          .filter(cell -> !cell.isEmpty())
          .map(Double::valueOf)
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void histogramsCountTheCardsWithinTheLimitsOverTheCorpus(Engine engine) {
    try (Visit visit = Visit.to(siteWithCorpus(), engine)) {
      DreamPage page = visit.open().awaitReady();
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      page.setSeed("4242");
      page.setValidity("off");
      page.setCount(20);
      page.dream();
      page.awaitReady();
      SavedFiles files = page.keepFiles();
      collection.openHistograms();
      collection.awaitComputed();
      collection.press("export-csv");
      List<String> table = files.next().get(1).lines().toList();
      for (Property property : Property.values()) {
        assertHistogram(collection, property, property.of(table));
      }

      List<Double> weights = Property.weight.of(table).stream().sorted().toList();
      double least = weights.get(weights.size() / 4);
      double most = weights.get(3 * weights.size() / 4);
      collection.limit("weight-least", String.valueOf(least));
      collection.limit("weight-most", String.valueOf(most));
      List<Double> within = weights.stream().filter(w -> w >= least && w <= most).toList();
      assertTrue(within.size() < weights.size(), weights.toString());
      collection.awaitShown(within.size());
      assertHistogram(collection, Property.weight, within);
      collection.limit("qed-least", "2");
      collection.awaitShown(0);
      assertTrue(collection.saysThatNonePass());
      assertHistogram(collection, Property.logP, List.of());
      collection.press("everything");
      collection.awaitShown(collection.cards());
      assertEquals("", collection.limit("weight-least") + collection.limit("qed-least"));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aFewMoleculesStandSideBySideAndWhatDiffersIsMarked(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      DreamPage page = visit.open().awaitReady();
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      page.setSeed("4242");
      page.setCount(20);
      page.dream();
      page.awaitReady();
      collection.box(0).click();
      List<String> near = collection.near();
      assertFalse(collection.canPress("compare"), "one alone");
      collection.box(1).click();
      collection.pressByKeyboard("compare");
      List<List<String>> rows = collection.awaitCompared();
      assertEquals(near.subList(0, 2), rows.get(0));
      boolean alike = false;
      for (List<String> row : rows.subList(1, rows.size())) {
        boolean differs = new HashSet<>(row.subList(1, row.size())).size() > 1;
        assertEquals(differs, row.get(0).contains("they differ"), row.toString());
        assertEquals(differs, row.get(0).contains("\u2260"), row.toString());
        alike |= !differs;
      }
      assertTrue(alike, "open chains have no rings, all of them");
      page.press(Keys.ESCAPE);
      assertFalse(collection.compares());
      assertEquals("compare", collection.focusedTool());
      for (int place = 2; place < 7; place++) {
        collection.box(place).click();
      }
      assertFalse(collection.canPress("compare"), "seven");
    }
  }

  @Test
  void sixMoleculesAreComparedOnAPhone() {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      ((ChromiumBrowser) visit.browser()).useScreen(320, 740);
      DreamPage page = visit.open().awaitReady();
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      page.setCount(20);
      page.dream();
      page.awaitReady();
      collection.openHistograms();
      collection.awaitComputed();
      assertEquals(0, page.overflow(), "with histograms");
      for (int place = 0; place < 6; place++) {
        collection.box(place).click();
      }
      collection.pressByKeyboard("compare");
      assertEquals(6, collection.awaitCompared().get(0).size());
      assertEquals(0, page.overflow(), "with the table");
      assertTrue(collection.seesColumn(0), "a whole molecule beside the names of the rows");
      collection.goToColumn(5);
      assertTrue(collection.seesColumn(5), "the last molecule after scrolling within the table");
      assertEquals(0, page.overflow(), "scrolled");
    }
  }

  private static void assertHistogram(
      CollectionPage collection, Property property, List<Double> values) {
    collection.awaitHistogram(property.name(), values.size());
    List<Double> heights = collection.bars(property.name());
    double all = heights.stream().mapToDouble(Double::doubleValue).sum();
    for (int bin = 0; bin < heights.size(); bin++) {
      double from = property.from + property.width * bin;
      double inside = values.stream().filter(v -> v >= from && v < from + property.width).count();
      double share = all == 0 ? 0 : heights.get(bin) / all;
      assertEquals(inside, share * values.size(), 1e-6, property + ", bin " + bin);
    }
    String words = collection.histogramWords(property.name());
    String median = values.isEmpty() ? "not known" : written(median(values), property.digits);
    String own = "Here %d, median %s.".formatted(values.size(), median);
    assertTrue(words.contains(own), () -> words + ", not " + own);
    assertTrue(
        words.contains("Training set: median " + property.corpusMedian + "."),
        () -> property + ": " + words);
  }

  private static double median(List<Double> values) {
    List<Double> order = values.stream().sorted().toList();
    int half = order.size() / 2;
    return order.size() % 2 == 1 ? order.get(half) : (order.get(half - 1) + order.get(half)) / 2;
  }

  private static String written(double value, int digits) {
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  private static ServedSite siteWithCorpus() {
    ServedSite site = ChainModel.QUICK.site();
    String list = site.text("models/index.json");
    String more =
        list.replace("\"bytes\"", "\"histograms\": {\"file\": \"corpus.json\"}, \"bytes\"");
    return site.with("models/corpus.json", CORPUS.getBytes(UTF_8))
        .with("models/index.json", more.getBytes(UTF_8));
  }
}
