package io.github.molweave.e2e.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.launcher.Command.Outcome;
import io.github.molweave.e2e.pages.AddressLine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.web.server.Policy;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a page drew with the shipped model, the command line draws from the page's link. */
class ReplayLinkTest {

  @Test
  void printsTheMoleculesThatThePageDrew() throws IOException, InterruptedException {
    try (ServedSite site = ServedSite.copy().serve(Policy.STRICT);
        Browser browser = Engine.CHROMIUM.open()) {
      DreamPage page = DreamPage.open(browser.driver(), site.address("")).awaitReady();
      page.setTemperature(1.1);
      page.setValidity("mask");
      page.awaitReady();
      page.dream();
      page.awaitDreamed(5);
      page.awaitReady();
      String link = new AddressLine(browser.driver()).awaitLink("&seed=" + page.seed() + "&");
      Outcome outcome = Command.molweave("sample", "--replay", link).run(120);
      assertEquals(0, outcome.exitCode(), outcome.err());
      assertEquals(page.cards().smiles(), outcome.out().lines().toList());
    }
  }
}
