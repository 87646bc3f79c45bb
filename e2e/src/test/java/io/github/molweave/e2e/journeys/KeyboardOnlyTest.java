package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Everything can be done without a pointer. */
class KeyboardOnlyTest {
  private Visit visit;
  private DreamPage page;

  @BeforeEach
  void open() {
    visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM);
    page = visit.open().awaitReady();
  }

  @AfterEach
  void close() {
    if (visit != null) {
      visit.close();
    }
  }

  @Test
  void theTabKeyReachesEveryControl() {
    Set<String> reached = new LinkedHashSet<>();
    for (int press = 0; press < 40; press++) {
      page.press(Keys.TAB);
      reached.add(page.focused());
    }
    List<String> controls =
        List.of(
            "about-open",
            "theme",
            "surprise",
            "prefix",
            "keep",
            "another",
            "temperature",
            "validity-reject",
            "seed",
            "seed-new",
            "seed-fresh",
            "count",
            "dream");
    assertTrue(reached.containsAll(controls), reached.toString());
  }

  @Test
  void typesABeginningAndDreamsWithEnter() {
    tabTo("prefix");
    page.press("CC", Keys.ENTER);
    page.awaitDreamed(5);
    page.awaitReady();
    assertTrue(
        page.cards().smiles().stream().allMatch(smiles -> smiles.startsWith("CC")),
        page.cards().smiles().toString());
  }

  @Test
  void changesTheTemperatureWithTheArrowKeys() {
    double before = page.temperature();
    tabTo("temperature");
    page.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertEquals(before + 0.1, page.temperature(), 1e-9);
  }

  @Test
  void takesOneDreamedTokenWithTheRightArrowKey() {
    tabTo("prefix");
    page.press("C");
    page.awaitReady();
    String second = page.tape().get(1);
    page.press(Keys.ARROW_RIGHT);
    assertEquals("C" + second, page.typed());
  }

  @Test
  void opensAndClosesTheModelCard() {
    tabTo("about-open");
    page.press(Keys.ENTER);
    assertTrue(page.showsCard());
    page.press(Keys.ESCAPE);
    assertEquals("about-open", page.focused());
  }

  @Test
  void opensTheDetailsOfACard() {
    page.setCount(1);
    page.dream();
    page.awaitReady();
    tabTo("card-summary");
    page.press(Keys.ENTER);
    page.cards().awaitDetails(0);
  }

  private void tabTo(String id) {
    for (int press = 0; press < 60; press++) {
      if (page.focused().equals(id)) {
        return;
      }
      page.press(Keys.TAB);
    }
    throw new AssertionError("the Tab key does not reach " + id);
  }
}
