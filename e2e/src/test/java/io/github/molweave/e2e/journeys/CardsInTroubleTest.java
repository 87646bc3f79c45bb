package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.CollectionPage;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.pages.SavedFiles;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelFileWriter;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.WindowType;

/** What is refused, hostile or asleep costs no card. */
class CardsInTroubleTest {
  private static final String HOSTILE =
      "<img src=x onerror=\"window.hurt=1\"></metadata>]]>\n$$$$\n>  <seed>\n=1+1,\"";

  /** Text of a model card is text on the page, and one value in each of the files. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void aHostileModelCardHarmsNeitherThePageNorTheFiles(Engine engine) throws Exception {
    try (Visit visit = Visit.to(ChainModel.siteWith(hostileModel()), engine)) {
      DreamPage page = visit.open().awaitReady();
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      page.setSeed("4242");
      page.setCount(5);
      page.dream();
      page.awaitReady();
      SavedFiles files = page.keepFiles();
      int cards = collection.cards();

      collection.press("export-smi");
      assertTrue(
          files.next().get(1).lines().allMatch(line -> line.matches("# .*|[CNOS]+ seed4242-.")));
      collection.press("export-csv");
      List<String> rows = files.next().get(1).lines().toList();
      assertEquals(1 + cards, rows.size(), rows.toString());
      collection.press("export-sdf");
      String sdf = files.next().get(1);
      assertEquals(cards, sdf.lines().filter(line -> line.startsWith("$$$$")).count());
      assertEquals(cards, sdf.lines().filter(line -> line.startsWith(">  <seed>")).count());
      collection.press("export-svg");
      byte[] svg = files.next().get(1).getBytes(ISO_8859_1);
      var tree =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(svg));
      assertEquals(0, tree.getElementsByTagName("img").getLength());
      String origin = tree.getElementsByTagName("metadata").item(0).getTextContent();
      assertTrue(origin.contains("<img src=x onerror="), origin);
      String card = page.readCard();
      assertTrue(card.contains("<img src=x onerror="), card);
      Object hurt =
          visit
              .browser()
              .driver()
              .executeScript(
                  "return window.hurt ?? document.querySelectorAll('img[src=x]').length");
      assertEquals(0L, hurt);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whereTheClipboardIsRefusedTheTextIsSelected(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      DreamPage page = visit.open().awaitReady();
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      page.setCount(1);
      page.dream();
      page.awaitReady();
      String smiles = page.cards().smiles().get(0);
      for (String refusal :
          List.of("{writeText: () => Promise.reject(new DOMException('no'))}", "undefined")) {
        visit
            .browser()
            .driver()
            .executeScript(
                "getSelection().removeAllRanges(); Object.defineProperty(navigator, 'clipboard',"
                    + " {configurable: true, value: "
                    + refusal
                    + "})");
        page.cards().press(0, "copy");
        collection.awaitSelected(smiles);
        assertTrue(collection.noteOnCard().contains("press Ctrl+C"), collection.noteOnCard());
      }
    }
  }

  /** As after an hour in the background: no timer, no drawing, then all of it again. */
  @Test
  void aDreamThatSleptInTheBackgroundIsDreamtToItsEnd() {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      var driver = ((ChromiumBrowser) visit.browser()).driver();
      DreamPage page = visit.open().awaitReady();
      page.setSeed("11");
      page.setCount(1000);
      page.dream();
      page.awaitDreamed(1);
      String first = driver.getWindowHandle();
      driver.executeCdpCommand("Page.setWebLifecycleState", Map.of("state", "frozen"));
      driver.switchTo().newWindow(WindowType.TAB);
      DreamPage other = visit.openAgain().awaitReady();
      other.setCount(20);
      other.dream();
      other.awaitReady();
      driver.switchTo().window(first);
      page.awaitActivity("dreaming");
      driver.executeCdpCommand("Page.setWebLifecycleState", Map.of("state", "active"));
      page.awaitReady();
      page.awaitDreamed(
          1020); // with those of the other tab, whose last ones may still be on their way
      assertEquals(1020, page.dreamed());
    }
  }

  private static byte[] hostileModel() {
    ModelFile quick = ModelFileReader.read(ChainModel.QUICK.bytes());
    return ModelFileWriter.write(
        new ModelFile(
            quick.architecture(),
            quick.vocabulary(),
            quick.notation(),
            quick.lengths(),
            Map.of("name", HOSTILE, "licence", HOSTILE),
            quick.tensors()));
  }
}
