package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.web.server.Policy;

/** A browser that is at a site, served as {@code ./molweave serve} serves it. */
record Visit(Browser browser, ServedSite site) implements AutoCloseable {
  /** Empties the stores: to delete a database waits for whichever page before has it open. */
  private static final String FORGET =
      """
      const done = arguments[0];
      localStorage.clear();
      const name = 'molweave-collection';
      const empty = (db) => new Promise((emptied, failed) => {
        const stores = [...db.objectStoreNames];
        const writing = db.transaction(stores, 'readwrite');
        stores.forEach((store) => writing.objectStore(store).clear());
        writing.oncomplete = emptied;
        writing.onabort = failed;
      }).finally(() => db.close());
      const open = () => new Promise((opened, failed) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => opened(asked.result);
        asked.onerror = failed;
      });
      indexedDB.databases()
        .then((all) => (all.some((one) => one.name === name) ? open().then(empty) : null))
        .then(() => done(null), (fault) => done(String(fault)));
      """;

  /** Starts the browser and the server; the visit owns both from now on. */
  static Visit to(ServedSite site, Engine engine) {
    try {
      return new Visit(engine.open(), site.serve(Policy.STRICT));
    } catch (RuntimeException | AssertionError e) {
      site.close();
      throw e;
    }
  }

  /** Opens the page as somebody does who was never there: nothing is kept from before. */
  DreamPage open() {
    if (browser.driver().getCurrentUrl().startsWith(site.address("").toString())) {
      browser.driver().get(site.address("models/index.json").toString());
      assertNull(browser.driver().executeAsyncScript(FORGET));
    }
    return openAgain();
  }

  /** Opens the page as somebody does who comes back. */
  DreamPage openAgain() {
    return DreamPage.open(browser.driver(), site.address(""));
  }

  @Override
  public void close() {
    browser.close();
    site.close();
  }
}
