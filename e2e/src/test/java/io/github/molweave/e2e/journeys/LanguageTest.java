package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.Select;

/** The page speaks the language of the link, or the one that was chosen before, or English. */
class LanguageTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void speaksTheChosenLanguageFromThenOn(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      RemoteWebDriver driver = visit.browser().driver();
      visit.open().awaitReady();
      assertEquals("Dream", dreamButton(driver));
      new Select(driver.findElement(By.id("language"))).selectByValue("de");
      DreamPage.awaitLanguage(driver, "de").awaitReady();
      assertEquals("Tr\u00e4umen", dreamButton(driver));
      visit.openAgain().awaitReady();
      assertEquals("Tr\u00e4umen", dreamButton(driver), "remembered");
      driver.get("about:blank");
      DreamPage.open(driver, visit.site().address("#v1&lang=en")).awaitReady();
      assertEquals("Dream", dreamButton(driver), "the link is asked first");
      driver.get("about:blank");
      DreamPage.open(driver, visit.site().address("#v1&lang=tlh")).awaitReady();
      assertEquals("Tr\u00e4umen", dreamButton(driver), "a language without sentences");
    }
  }

  /** A screen reader is told where the language changes. */
  @Test
  void whatTheEngineSaysIsMarkedAsEnglish() {
    byte[] noModel = "<!doctype html>".getBytes(UTF_8);
    try (Visit visit = Visit.to(ChainModel.siteWith(noModel), Engine.CHROMIUM)) {
      RemoteWebDriver driver = visit.browser().driver();
      DreamPage.open(driver, visit.site().address("#v1&lang=de")).awaitActivity("failed");
      assertEquals("de", driver.findElement(By.tagName("html")).getDomAttribute("lang"));
      assertEquals("en", driver.findElement(By.cssSelector("#problem p")).getDomAttribute("lang"));
    }
  }

  private static String dreamButton(RemoteWebDriver driver) {
    return driver.findElement(By.id("dream")).getText();
  }
}
