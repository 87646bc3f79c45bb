package io.github.molweave.e2e.journeys;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.web.server.Policy;

/** A browser that is at a site, served as {@code ./molweave serve} serves it. */
record Visit(Browser browser, ServedSite site) implements AutoCloseable {

  /** Starts the browser and the server; the visit owns both from now on. */
  static Visit to(ServedSite site, Engine engine) {
    try {
      return new Visit(engine.open(), site.serve(Policy.STRICT));
    } catch (RuntimeException | AssertionError e) {
      site.close();
      throw e;
    }
  }

  /** Opens the page anew. */
  DreamPage open() {
    return DreamPage.open(browser.driver(), site.address(""));
  }

  @Override
  public void close() {
    browser.close();
    site.close();
  }
}
