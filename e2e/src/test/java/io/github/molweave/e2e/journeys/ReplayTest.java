package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.random.Seed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A seed that a teacher writes on the board gives every student the same molecules. */
class ReplayTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theSameSeedGivesTheSameMoleculesAfterAReloadAndOnTheJvm(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      List<String> first = dream(visit.open(), "4242");
      List<String> again = dream(visit.open(), "4242");
      assertEquals(first, again);
      assertEquals(onTheJvm(4242, visit), first);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void anotherSeedGivesOtherMolecules(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      List<String> first = dream(visit.open(), "9007199254740991");
      assertEquals(onTheJvm(Seed.MAX, visit), first);
      assertNotEquals(first, dream(visit.open(), "1"));
    }
  }

  private static List<String> dream(DreamPage page, String seed) {
    page.awaitReady();
    page.setSeed(seed);
    page.setCount(5);
    page.dream();
    page.awaitReady();
    return page.cards().smiles();
  }

  private static List<String> onTheJvm(double seed, Visit visit) {
    return ChainModel.QUICK.onTheJvm(seed, visit.open().awaitReady().temperature(), 5);
  }
}
