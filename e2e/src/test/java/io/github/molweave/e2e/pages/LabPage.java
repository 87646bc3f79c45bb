package io.github.molweave.e2e.pages;

import java.net.URI;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The lab. Each {@code await...} waits until it is so, and times out otherwise. */
public final class LabPage {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RemoteWebDriver driver;

  private LabPage(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** Opens it; {@code address} is that of {@code lab.html}. */
  public static LabPage open(RemoteWebDriver driver, URI address) {
    driver.get(address.toString());
    return new LabPage(driver);
  }

  /** The one that the browser shows, or is on its way to. */
  static LabPage at(RemoteWebDriver driver) {
    return new LabPage(driver);
  }

  /** Waits until the model is there. */
  public LabPage awaitReady() {
    new WebDriverWait(driver, PATIENCE)
        .withMessage("the lab's model")
        .until(
            d ->
                "ready"
                    .equals(
                        driver.executeScript("return document.documentElement.dataset.activity")));
    return this;
  }

  /** What the page is called, as its heading says. */
  public String title() {
    return driver.findElement(By.tagName("h1")).getText();
  }

  /** Follows the link to the front door. */
  public DreamPage toTheFrontDoor() {
    driver.findElement(By.cssSelector(".elsewhere a[href='index.html']")).click();
    return DreamPage.at(driver);
  }
}
