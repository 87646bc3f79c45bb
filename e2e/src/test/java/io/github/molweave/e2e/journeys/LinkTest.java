package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.AddressLine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.ValidityMode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A link shows what its maker saw, and breaks nothing. */
class LinkTest {
  private static final String ID =
      ModelId.of(ModelFileReader.read(ChainModel.QUICK.bytes())).substring(0, 8);

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aLinkShowsItsSettingsAndDrawsItsMolecules(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      AddressLine address = new AddressLine(visit.browser().driver());
      String link =
          "#v1&model=chains&id=%s&num=1&seed=42&T=1.23&n=7&valid=off&controls=seed,collection&lang=en"
              .formatted(ID);
      DreamPage page = address.openAnew(visit.site().address(link));
      page.awaitDreamed(7);
      page.awaitReady();
      List<String> drawn =
          ChainModel.QUICK.onTheJvm(42, 1.23, ValidityMode.OFF, 7).stream()
              .map(Sample::text)
              .toList();
      assertEquals(drawn, page.cards().smiles());
      assertEquals("42", page.seed());
      assertEquals(link, address.awaitLink("n=7"));
      assertEquals(
          List.of("temperature validity seed model", "seed", "collection"),
          address.shownControls());
      address.showAllControls();
      assertTrue(address.shownControls().contains("validity"), "all are back");
      assertEquals("off", page.validity());
      assertFalse(page.showsProblem());
      long entries = address.entries();
      page.setTemperature(0.5);
      String later = address.awaitLink("T=0.5");
      assertFalse(later.contains("controls="), later);
      assertEquals(entries, address.entries());

      visit.browser().driver().get(visit.site().address("#v1&seed=5&n=2&prefix=CC").toString());
      page.awaitDreamed(9);
      page.awaitReady();
      assertTrue(page.cards().smiles().stream().limit(2).allMatch(text -> text.startsWith("CC")));
      assertEquals(0.8, page.temperature());
      address.back();
      address.awaitLink("T=0.5");
      page.awaitReady();
      assertEquals("off", page.validity());
      assertEquals("", page.typed());
      assertTrue(address.copyWhereRefused().endsWith(address.link()), "selected to copy by hand");
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatCannotBeFollowedIsSaidAndTheRestHolds(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      AddressLine address = new AddressLine(visit.browser().driver());
      String bad =
          "#v1&model=gone&id=00000000&num=99&seed=-1&T=1e9&n=0&x=%3Cimg%20src=x%20onerror=alert(1)%3E"
              + "&valid=mask&valid=off&lang=en";
      DreamPage page = address.openAnew(visit.site().address(bad));
      page.awaitReady();
      assertEquals(
          List.of(
              "link-value",
              "link-value",
              "link-value",
              "link-unknown-key",
              "link-twice",
              "link-model",
              "link-numeric-version"),
          address.awaitFaults());
      assertTrue(address.faultWords().contains("gone"), address.faultWords());
      assertEquals("mask", page.validity());
      page.dream();
      page.awaitReady();
      assertEquals(5, page.dreamed());
      for (String strange :
          List.of("#v2&seed=1", "#v1&seed=1&prefix=" + "C".repeat(100_000), "#v1&model=//a.b/c")) {
        page = address.openAnew(visit.site().address(strange));
        page.awaitReady();
        assertEquals(1, address.awaitFaults().size(), strange);
      }
    }
  }
}
