package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.CollectionPage;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many molecules are as easy to live with as few. */
class CollectionTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void equalMoleculesAreOneCardWithACount(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.SHORT.site(), engine)) {
      DreamPage page = visit.open().awaitReady();
      page.setSeed("11");
      page.setCount(100);
      page.dream();
      page.awaitReady();
      Map<String, Integer> expected = new LinkedHashMap<>();
      ChainModel.SHORT
          .onTheJvm(11, page.temperature(), 100)
          .forEach(smiles -> expected.merge(molecule(smiles), 1, Integer::sum));
      List<String> cards = page.cards().smiles();
      List<Integer> times = page.cards().times();
      Map<String, Integer> shown = new LinkedHashMap<>();
      for (int i = 0; i < cards.size(); i++) {
        shown.put(molecule(cards.get(i)), times.get(i));
      }
      assertEquals(expected, shown);
      assertTrue(expected.size() < 90, "too many different molecules for this test");
      int most = shown.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
      assertTrue(page.cards().countWords().contains("×" + most + "Dreamed " + most + " times"));
      assertTrue(
          page.groupWords().contains("different: " + expected.size() + "."), page.groupWords());
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void ofAThousandMoleculesOnlyThoseNearTheWindowAreElements(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      DreamPage page = visit.open().awaitReady();
      page.setSeed("3");
      page.setCount(1000);
      page.dream();
      page.awaitReady();
      assertEquals(1000, page.dreamed());
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      int cards = collection.cards();
      for (int place : new int[] {0, cards / 2, cards - 1}) {
        page.cards().awaitDrawing(place);
        assertTrue(collection.elements() < 100, () -> collection.elements() + " of " + cards);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void stopEndsADreamOfAThousand(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.SLOW_AND_ENDLESS.site(), engine)) {
      DreamPage page = visit.open().awaitEngine();
      page.setCount(1000);
      page.dream();
      page.awaitDreamed(6);
      page.stop();
      page.awaitActivity("stopped");
      int dreamed = page.dreamed();
      assertTrue(dreamed < 1000, () -> dreamed + " dreamed");
      assertTrue(page.groupWords().contains("Molecules: " + dreamed + ","), page.groupWords());
    }
  }

  /** Both spellings of an open chain, of one letter for each atom, are the same molecule. */
  private static String molecule(String smiles) {
    String backwards = new StringBuilder(smiles).reverse().toString();
    return smiles.compareTo(backwards) < 0 ? smiles : backwards;
  }
}
