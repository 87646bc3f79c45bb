package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.CollectionPage;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.remote.RemoteWebDriver;

/** What was collected is there when the visitor comes back, and nowhere after it was forgotten. */
class KeptCardsTest {
  /** Notes in the page what screen readers are told. */
  private static final String LISTEN =
      """
      window.said = [];
      addEventListener('DOMContentLoaded', () => {
        const announcer = document.getElementById('announcer');
        new MutationObserver(() => window.said.push(announcer.textContent))
            .observe(announcer, {childList: true, characterData: true, subtree: true});
      });
      """;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void cardsSurviveAReloadUntilTheyAreRemovedOrForgotten(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      DreamPage page = dream(visit.open(), 5);
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      List<String> dreamed = page.cards().smiles();
      String words = page.groupWords();
      collection.awaitKept(dreamed.size());

      page = visit.openAgain().awaitReady();
      collection.awaitCards(dreamed.size());
      assertEquals(dreamed, page.cards().smiles());
      assertEquals(words, page.groupWords());
      assertTrue(collection.keptWords().contains("on this machine"), collection.keptWords());

      page.cards().press(0, "remove");
      collection.clear();
      assertEquals(0, collection.cards());
      collection.awaitKept(0);
      collection.undo();
      assertEquals(dreamed.size() - 1, collection.cards());
      collection.undo();
      assertEquals(dreamed, page.cards().smiles());
      assertFalse(collection.canUndo());
      collection.awaitKept(dreamed.size());

      page.cards().press(0, "remove");
      collection.forgetEverything();
      assertEquals(0, collection.cards());
      assertFalse(collection.canUndo());
      page = visit.openAgain().awaitReady();
      dream(page, 1);
      assertEquals(1, collection.cards());
    }
  }

  @Test
  void twoTabsShowEachOthersCards() {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      RemoteWebDriver driver = visit.browser().driver();
      CollectionPage collection = CollectionPage.of(driver);
      dream(visit.open(), 5);
      int first = collection.cards();
      collection.awaitKept(first);
      String one = driver.getWindowHandle();
      driver.switchTo().newWindow(WindowType.TAB);
      DreamPage other = visit.openAgain().awaitReady();
      collection.awaitCards(first);
      dream(other, 20);
      int both = collection.cards();
      assertTrue(both > first);
      driver.switchTo().window(one);
      collection.awaitCards(both);
      collection.clear();
      collection.awaitKept(0);
      driver
          .switchTo()
          .window(
              driver.getWindowHandles().stream()
                  .filter(w -> !w.equals(one))
                  .findFirst()
                  .orElseThrow());
      collection.awaitCards(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aBrowserThatKeepsNothingSaysSoOnceAndCollectsAllTheSame(Engine engine) {
    String before =
        """
        for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
          Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError'); }});
        }
        """;
    try (Visit visit = Visit.to(withScript(ChainModel.QUICK.site(), before + LISTEN), engine)) {
      DreamPage page = dream(visit.openAgain(), 5);
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      collection.awaitKeptWords("until the page is closed");
      dream(page, 1);
      assertEquals(6, page.dreamed());
      page.cards().press(0, "remove");
      collection.undo();
      assertEquals(6, page.dreamed());
      assertFalse(page.showsProblem());
      assertEquals(1, said(visit, "keeps nothing"));
    }
  }

  /** Browsers tell of a full disk by ending the transaction with this fault. */
  @Test
  void withoutRoomNewCardsWaitOnThePageUntilThereIsSome() {
    String before =
        """
        const {put} = IDBObjectStore.prototype;
        const {commit} = IDBTransaction.prototype;
        const refused = new WeakSet();
        IDBObjectStore.prototype.put = function (entry) {
          if (window.full) refused.add(this.transaction);
          return put.call(this, entry);
        };
        IDBTransaction.prototype.commit = function () {
          if (!refused.has(this)) return commit.call(this);
          Object.defineProperty(this, 'error', {value: new DOMException('no room', 'QuotaExceededError')});
          this.abort();
        };
        """;
    try (Visit visit =
        Visit.to(withScript(ChainModel.QUICK.site(), before + LISTEN), Engine.CHROMIUM)) {
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      DreamPage page = dream(visit.open(), 5);
      int kept = collection.cards();
      collection.awaitKept(kept);
      visit.browser().driver().executeScript("window.full = true");
      dream(page, 20);
      collection.awaitKeptWords("no room left");
      dream(page, 20);
      assertEquals(45, page.dreamed());
      assertEquals(1, said(visit, "no room left"));

      List<String> dreamed = page.cards().smiles();
      page.cards().press(dreamed.size() - 1, "remove");
      collection.awaitKept(kept - 1);
      visit.browser().driver().executeScript("window.full = false");
      page.cards().press(0, "remove");
      collection.awaitKeptWords("kept on this machine");
      collection.awaitKept(dreamed.size() - 2);
      visit.openAgain().awaitReady();
      collection.awaitCards(dreamed.size() - 2);
      assertEquals(dreamed.subList(1, dreamed.size() - 1), page.cards().smiles());
    }
  }

  @Test
  void aDatabaseOfANewerPageIsLeftAlone() {
    String newer =
        "indexedDB.open('molweave-collection', 99).onsuccess = (event) => event.target.result.close();";
    try (Visit visit = Visit.to(withScript(ChainModel.QUICK.site(), newer), Engine.CHROMIUM)) {
      dream(visit.openAgain(), 1);
      CollectionPage collection = CollectionPage.of(visit.browser().driver());
      collection.awaitKeptWords("newer version");
      assertEquals(1, collection.cards());
    }
  }

  private static DreamPage dream(DreamPage page, int count) {
    page.awaitReady();
    page.setSeed("4242");
    page.setCount(count);
    page.dream();
    return page.awaitReady();
  }

  /** How often screen readers were told {@code words}. */
  private static int said(Visit visit, String words) {
    String script = "return window.said.filter((one) => one.includes(arguments[0])).length";
    return ((Number) visit.browser().driver().executeScript(script, words)).intValue();
  }

  /** The site with a script that runs before any other. */
  private static ServedSite withScript(ServedSite site, String script) {
    String page = site.text("index.html");
    return site.with("before.js", script.getBytes(StandardCharsets.UTF_8))
        .with(
            "index.html",
            page.replace("<head>", "<head><script src=\"before.js\"></script>")
                .getBytes(StandardCharsets.UTF_8));
  }
}
