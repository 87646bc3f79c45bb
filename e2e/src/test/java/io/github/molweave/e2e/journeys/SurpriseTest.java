package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How little the network expected each token is shown by size, in words and in colour. The shares
 * follow from the scores of the model: C has 2, N, O and S have 1, so that one in 7.389 + 3 * 2.718
 * parts belongs to each.
 */
class SurpriseTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void tokensAndAtomsShowIt(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      DreamPage page = visit.open().awaitReady();
      page.setTemperature(0);
      page.type("CS");
      page.awaitTape("C", "S", "C");
      page.awaitReady();
      assertEquals("C carbon, chosen at 48 %", page.tapeWords().get(0));
      assertEquals("S sulfur, chosen at 17 %", page.tapeWords().get(1));
      assertEquals(Set.of(""), Set.copyOf(page.surprises()));
      assertEquals("", page.leastExpected());
      page.pressSurprise();
      page.awaitColouredAtoms(true);
      assertEquals(List.of("1", "2", "1"), page.surprises().subList(0, 3));
      String words = page.leastExpected();
      assertTrue(words.contains("S sulfur (token 2), 17 %"), words);
      page.pressSurprise();
      page.awaitColouredAtoms(false);
      assertEquals(Set.of(""), Set.copyOf(page.surprises()));
      assertEquals("", page.leastExpected());
    }
  }
}
