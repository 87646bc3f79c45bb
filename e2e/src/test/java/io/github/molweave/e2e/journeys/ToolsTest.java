package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.CollectionPage;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.pages.SavedFiles;
import io.github.molweave.e2e.site.ChainModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The tools over the cards: order, filter, selection by keyboard, files. */
class ToolsTest {
  /** Cards know weights to two digits after the point. */
  private static final long ROUNDING = 10;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void cardsAreOrderedFilteredSelectedAndSaved(Engine engine) throws IOException {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      DreamPage page = visit.open().awaitReady();
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      page.setSeed("4242");
      page.setCount(20);
      page.dream();
      page.awaitReady();
      List<String> dreamed = page.cards().smiles();

      collection.order("weight");
      List<Long> masses = page.cards().smiles().stream().map(ToolsTest::mass).toList();
      assertEquals(dreamed.size(), masses.size());
      assertDescending(masses);
      collection.turnRound();
      List<Long> round =
          new ArrayList<>(page.cards().smiles().stream().map(ToolsTest::mass).toList());
      Collections.reverse(round);
      assertEquals(masses.size(), round.size());
      assertDescending(round);
      collection.turnRound();
      assertEquals(masses, page.cards().smiles().stream().map(ToolsTest::mass).toList());
      collection.search("S");
      int with = (int) dreamed.stream().filter(smiles -> smiles.contains("S")).count();
      collection.awaitShown(with);
      collection.press("everything");
      collection.awaitShown(dreamed.size());
      assertEquals(dreamed, page.cards().smiles());

      collection.box(0).click();
      collection.box(0).sendKeys(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
      assertEquals(2, collection.selected());
      collection.box(1).sendKeys(Keys.END);
      assertEquals("Molecule " + dreamed.size(), collection.focusedName());

      SavedFiles files = page.keepFiles();
      collection.press("export-csv");
      List<String> rows = files.next().get(1).lines().toList();
      assertEquals(3, rows.size(), "a header and the two that are selected");
      assertTrue(rows.get(1).startsWith(dreamed.get(0) + ","), rows.get(1));
      assertTrue(rows.get(1).contains(",4242,0,"), rows.get(1));
      collection.press("export-sdf");
      String sdf = files.next().get(1);
      assertEquals(2, sdf.split("\\$\\$\\$\\$", -1).length - 1);
      assertTrue(sdf.contains("<seed>") && sdf.contains("<model_card>"), sdf);
      collection.press("export-png");
      byte[] png = files.next().get(1).getBytes(StandardCharsets.ISO_8859_1);
      String words = description(png);
      assertTrue(words.contains("\"seed\":4242") && words.contains("\"numericVersion\""), words);
      collection.press("export-svg");
      assertTrue(files.next().get(1).contains("<metadata>{"));
    }
  }

  /** Text that a spreadsheet would compute is text in the file. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void noCellOfTheTableIsAFormula(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      DreamPage page = visit.open().awaitReady();
      page.setValidity("off");
      page.type("=C");
      page.setCount(1);
      page.awaitReady();
      page.dream();
      page.awaitReady();
      SavedFiles files = page.keepFiles();
      CollectionPage.of(visit.browser().driver()).press("export-csv");
      String table = files.next().get(1);
      String row = table.lines().toList().get(1);
      assertTrue(row.startsWith("'=C"), row);
      assertFalse(table.contains(",=") || table.contains("\n="), table);
      assertTrue(table.contains(",-") || table.contains(",0,"), "numbers stay numbers: " + table);
    }
  }

  private static String description(byte[] png) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png)));
    var tree = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
    var entries = ((org.w3c.dom.Element) tree).getElementsByTagName("iTXtEntry");
    return ((org.w3c.dom.Element) entries.item(0)).getAttribute("text");
  }

  private static void assertDescending(List<Long> masses) {
    for (int i = 1; i < masses.size(); i++) {
      assertTrue(masses.get(i - 1) + ROUNDING >= masses.get(i), masses.toString());
    }
  }

  /** What an open chain of single letters weighs, in thousandths of g/mol. */
  private static long mass(String chain) {
    long thousandths =
        2016
            + chain
                .chars()
                .mapToLong(
                    atom ->
                        switch (atom) {
                          case 'C' -> 14027;
                          case 'N' -> 15015;
                          case 'O' -> 15999;
                          default -> 32060;
                        })
                .sum();
    return thousandths;
  }
}
