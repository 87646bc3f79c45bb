package io.github.molweave.e2e.pages;

import java.net.URI;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;

/** What the page's address says, and what the page says about it. */
public final class AddressLine {
  private final RemoteWebDriver driver;

  /** The address of the page that {@code driver} shows. */
  public AddressLine(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** Opens {@code address} in a page that was not there before. */
  public DreamPage openAnew(URI address) {
    driver.get("about:blank");
    return DreamPage.open(driver, address);
  }

  /** What it says now, from # on. */
  public String link() {
    return (String) driver.executeScript("return location.hash");
  }

  /** Waits until it says {@code part} and gives all of it. */
  public String awaitLink(String part) {
    Patience.await(
        driver,
        () -> "an address with " + part + " in it, not " + link(),
        () -> link().contains(part));
    return link();
  }

  /** How many entries the history has. */
  public long entries() {
    return (Long) driver.executeScript("return history.length");
  }

  /** Goes back in the history. */
  public void back() {
    driver.navigate().back();
  }

  /** The ids of what could not be followed, once something is said of it. */
  public List<String> awaitFaults() {
    WebElement list = driver.findElement(By.id("link-faults"));
    awaitShown(list);
    return list.findElements(By.cssSelector("[data-id]")).stream()
        .map(item -> item.getDomAttribute("data-id"))
        .toList();
  }

  /** What is said of them. */
  public String faultWords() {
    return driver.findElement(By.id("link-faults")).getText();
  }

  /** The controls that can be seen, of all that a link can hide. */
  public List<String> shownControls() {
    return driver.findElements(By.cssSelector("[data-control]")).stream()
        .filter(WebElement::isDisplayed)
        .map(part -> part.getDomAttribute("data-control"))
        .distinct()
        .toList();
  }

  /** Presses "Show all controls". */
  public void showAllControls() {
    WebElement all = driver.findElement(By.id("controls-all"));
    awaitShown(all);
    all.click();
  }

  /** Presses "Copy the link" where the clipboard is refused; the link that is then selected. */
  public String copyWhereRefused() {
    driver.executeScript(
        "Object.defineProperty(navigator, 'clipboard',"
            + " {value: {writeText: () => Promise.reject(new Error('refused'))}})");
    WebElement button = driver.findElement(By.id("share"));
    awaitShown(button);
    button.click();
    WebElement field = driver.findElement(By.id("share-link"));
    awaitShown(field);
    return (String)
        driver.executeScript(
            "const f = arguments[0]; return f.value.slice(f.selectionStart, f.selectionEnd)",
            field);
  }

  private void awaitShown(WebElement element) {
    Patience.await(driver, () -> "to see " + element, element::isDisplayed);
  }
}
