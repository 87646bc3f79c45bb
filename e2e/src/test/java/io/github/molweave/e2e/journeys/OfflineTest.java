package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.pages.LabPage;
import io.github.molweave.e2e.pages.OfflineWords;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.remote.RemoteWebDriver;

/** A page that was visited once works without its server, and changes its version when told to. */
class OfflineTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void growsAMoleculeWithoutTheServer(Engine engine) {
    try (Visit visit = Visit.to(ServedSite.copy(), engine)) {
      visit.open().awaitReady();
      OfflineWords words = new OfflineWords(visit.browser().driver());
      assertTrue(words.awaitFoot().contains("works without a network"), words.awaitFoot());
      URI address = visit.site().address("");
      visit.site().stop();
      RemoteWebDriver driver = visit.browser().driver();
      DreamPage again = DreamPage.open(driver, address).awaitReady();
      assertTrue(again.millisecondsTo("molweave-picture") > 0);
      LabPage.open(driver, address.resolve("lab.html")).awaitReady();
      for (String page : List.of("embed.html", "frame.html#v1&seed=7")) {
        DreamPage.open(driver, address.resolve(page)).awaitReady();
      }
    }
  }

  /** A name of this machine that nobody takes for a workshop: Chromium resolves it by itself. */
  @Test
  void asksBeforeANewVersionTakesOver() {
    ServedSite site = ServedSite.copy();
    try (Visit visit = Visit.to(site, Engine.CHROMIUM)) {
      RemoteWebDriver driver = visit.browser().driver();
      URI address = URI.create("http://molweave.localhost:" + site.address("").getPort() + "/");
      DreamPage.open(driver, address).awaitReady();
      OfflineWords words = new OfflineWords(driver);
      words.awaitFoot();
      String old = driver.getTitle();
      publish(site, site.text("index.html").replace(old, "Molweave, another version"));
      DreamPage.open(driver, address).awaitReady();
      words.awaitNotice();
      assertEquals(old, driver.getTitle(), "nothing changes before it is asked for");
      words.accept();
      words.awaitTitle("Molweave, another version");
      DreamPage.open(driver, address).awaitReady();
      assertEquals("Molweave, another version", driver.getTitle());
      assertEquals(1L, words.caches());
    }
  }

  @Test
  void aSiteOfFilesThatDoNotFitIsNotKeptAndWorks() {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      visit.open().awaitReady();
      OfflineWords words = new OfflineWords(visit.browser().driver());
      assertTrue(words.awaitFoot().contains("could not keep"), words.awaitFoot());
      assertEquals(0L, words.caches());
      visit.open().awaitReady();
    }
  }

  /** As the build does it: the page's hash in the service worker, and another version. */
  private static void publish(ServedSite site, String page) {
    String worker = site.text("service-worker.js");
    String changed =
        worker
            .replaceFirst("version: '\\w+'", "version: 'another'")
            .replaceFirst("'index.html': '\\w+'", "'index.html': '" + sha256(page) + "'");
    site.with("index.html", page.getBytes(UTF_8))
        .with("service-worker.js", changed.getBytes(UTF_8));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
