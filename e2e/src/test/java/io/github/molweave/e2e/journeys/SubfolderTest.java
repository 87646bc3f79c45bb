package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.pages.LabPage;
import io.github.molweave.e2e.pages.OfflineWords;
import io.github.molweave.e2e.site.ServedSite;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.remote.RemoteWebDriver;

/** The built folder works below another site too, down to what it keeps and prints. */
class SubfolderTest {
  private static final String FOLDER = "course/molweave/";

  @Test
  void everythingIsFoundBelowAnotherSite() {
    ServedSite site =
        ServedSite.copyBelow(FOLDER).with("index.html", "<title>Course</title>".getBytes(UTF_8));
    try (Visit visit = Visit.to(site, Engine.CHROMIUM)) {
      RemoteWebDriver driver = visit.browser().driver();
      URI address = site.address(FOLDER);
      DreamPage page = DreamPage.open(driver, address).awaitReady();
      assertTrue(page.millisecondsTo("molweave-picture") > 0);
      String words = new OfflineWords(driver).awaitFoot();
      assertTrue(words.contains("works without a network"), words);
      String worksheet = page.worksheet();
      assertTrue(worksheet.contains(address + "#v1&"), worksheet);
      LabPage.open(driver, address.resolve("lab.html")).awaitReady();
    }
  }
}
