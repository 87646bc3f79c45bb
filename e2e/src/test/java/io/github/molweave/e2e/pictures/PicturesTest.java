package io.github.molweave.e2e.pictures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.pages.LabPage;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.web.server.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * Makes the pictures of the README anew. They are no judgement, so this runs on demand only, after
 * a whole build: {@code mvn -pl e2e -am test -Dtest=PicturesTest
 * -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Dmolweave.pictures=../docs/images}.
 */
@EnabledIfSystemProperty(named = "molweave.pictures", matches = ".+")
class PicturesTest {
  private static final String SEED = "7";

  @Test
  void thePageAndTheLab() throws IOException {
    Path folder = Path.of(System.getProperty("molweave.pictures"));
    try (ServedSite site = ServedSite.copy().serve(Policy.STRICT);
        Browser browser = Engine.CHROMIUM.open()) {
      RemoteWebDriver driver = browser.driver();
      driver.manage().window().setSize(new Dimension(1280, 1000));
      DreamPage page = DreamPage.open(driver, site.address("")).awaitReady();
      page.setSeed(SEED);
      page.awaitReady();
      page.awaitPicture();
      driver.executeScript("document.activeElement.blur(); scrollTo(0, 0)");
      save(driver, folder.resolve("page.png"));

      driver.manage().window().setSize(new Dimension(1440, 1750));
      LabPage lab = LabPage.open(driver, site.address("lab.html#v1&seed=" + SEED + "&n=100"));
      lab.awaitReady();
      lab.look(1, lab.writers());
      driver.executeScript("document.getElementById('writers').scrollIntoView()");
      save(driver, folder.resolve("lab.png"));
    }
  }

  private static void save(RemoteWebDriver driver, Path file) throws IOException {
    byte[] picture = driver.getScreenshotAs(OutputType.BYTES);
    assertTrue(picture.length > 10_000, "an empty picture");
    Files.write(file, picture);
  }
}
