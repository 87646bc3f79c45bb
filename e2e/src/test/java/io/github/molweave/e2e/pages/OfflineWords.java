package io.github.molweave.e2e.pages;

import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What any page says of its use without a network, and of new versions. */
public final class OfflineWords {
  private static final By FOOT = By.cssSelector("footer .offline");
  private static final By NOTICE = By.cssSelector(".notice");

  private final RemoteWebDriver driver;

  /** On the page that {@code driver} shows. */
  public OfflineWords(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** Waits until the foot of the page says whether it is kept; these words. */
  public String awaitFoot() {
    return until().until(ExpectedConditions.visibilityOfElementLocated(FOOT)).getText();
  }

  /** Waits until a new version is offered; the words. */
  public String awaitNotice() {
    return until().until(ExpectedConditions.visibilityOfElementLocated(NOTICE)).getText();
  }

  /** Takes the new version. */
  public void accept() {
    driver.findElement(NOTICE).findElement(By.tagName("button")).click();
  }

  /** Waits for a page of this title. */
  public void awaitTitle(String title) {
    until().until(ExpectedConditions.titleIs(title));
  }

  /** How many versions are kept. */
  public long caches() {
    return (Long) driver.executeScript("return caches.keys().then((names) => names.length)");
  }

  private WebDriverWait until() {
    return new WebDriverWait(driver, Duration.ofMinutes(2));
  }
}
