package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A visitor who does nothing sees a molecule. */
class FirstMoleculeTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aMoleculeIsThereWithoutAClick(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      DreamPage page = visit.open().awaitReady();
      page.awaitPicture();
      assertFalse(page.tape().isEmpty());
      assertTrue(page.caption().contains("g/mol"), page.caption());
      assertEquals("", page.typed());
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theShippedModelDreamsMolecules(Engine engine) {
    try (Visit visit = Visit.to(ServedSite.copy(), engine)) {
      DreamPage page = visit.open().awaitReady();
      page.setSeed("5");
      page.setCount(20);
      page.dream();
      page.awaitReady();
      page.awaitPicture();
      assertEquals(20, page.dreamed());
      assertTrue(
          page.cards().verdicts().stream().allMatch("A molecule"::equals),
          page.cards().verdicts().toString());
    }
  }
}
