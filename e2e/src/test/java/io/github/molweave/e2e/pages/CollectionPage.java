package io.github.molweave.e2e.pages;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The cards of the page as a whole, and the tools over them. */
public final class CollectionPage {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RemoteWebDriver driver;

  private CollectionPage(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** The collection of the page that the browser shows. */
  public static CollectionPage of(RemoteWebDriver driver) {
    return new CollectionPage(driver);
  }

  /** How many cards there are, shown or not; 0 where there is no collection yet. */
  public int cards() {
    return told("cards");
  }

  /** How many cards pass what was chosen. */
  public int shown() {
    return told("shown");
  }

  private int told(String what) {
    Object told =
        driver.executeScript(
            "const count = document.querySelector('.collection-count');"
                + " return (count ?? {dataset: {}}).dataset[arguments[0]] ?? '0'",
            what);
    return Integer.parseInt(told.toString());
  }

  /** Waits until there are so many cards. */
  public void awaitCards(int count) {
    await(count + " cards", () -> cards() == count);
  }

  /** Waits until so many cards pass. */
  public void awaitShown(int count) {
    await(count + " cards shown", () -> shown() == count);
  }

  /** How many cards are elements of the document. */
  public int elements() {
    return driver.findElements(By.cssSelector("#groups .card")).size();
  }

  /** What is said about how long the cards are kept. */
  public String keptWords() {
    return driver.findElement(By.id("kept-words")).getText();
  }

  /** Waits until what is said about it has {@code words} in it. */
  public void awaitKeptWords(String words) {
    await("\"" + words + "\"", () -> keptWords().contains(words));
  }

  /** Chooses an order: drawn, weight, logP, qed, likelihood, validity or novelty. */
  public void order(String name) {
    new Select(tool("order")).selectByValue(name);
  }

  /** Turns the order round. */
  public void turnRound() {
    tool("direction").click();
  }

  /** Shows only cards with {@code text} in their SMILES or formula. */
  public void search(String text) {
    tool("text").sendKeys(text);
  }

  /** Presses one of the tools, by what it does. */
  public void press(String action) {
    tool(action).click();
  }

  /** Sets a limit, such as {@code weight-least}, in the tools that open for it. */
  public void limit(String name, String value) {
    WebElement limits = tool("limits");
    if (limits.getDomAttribute("open") == null) {
      limits.findElement(By.tagName("summary")).click();
    }
    tool(name).sendKeys(value, Keys.TAB);
  }

  /** Waits until nothing is computed in the background any more. */
  public void awaitComputed() {
    await(
        "the end of computing",
        () ->
            driver
                .findElement(By.cssSelector("[data-role=progress]"))
                .getDomProperty("textContent")
                .isEmpty());
  }

  /** What is computed in the background, or why not, in words. */
  public String progress() {
    return driver.findElement(By.cssSelector("[data-role=progress]")).getDomProperty("textContent");
  }

  /** The box that selects the card at {@code place} of those that are elements. */
  public WebElement box(int place) {
    return driver.findElements(By.cssSelector("#groups .card-box")).get(place);
  }

  /** How many cards are selected. */
  public int selected() {
    String told =
        driver.findElement(By.className("collection-picked")).getDomAttribute("data-selected");
    return Integer.parseInt(told);
  }

  /** The name of the card that holds the focus, as a screen reader tells it; empty without one. */
  public String focusedName() {
    return (String)
        driver.executeScript(
            "return document.activeElement.closest('#groups .card')?.getAttribute('aria-label')"
                + " ?? ''");
  }

  /** Scrolls to the top or bottom of the page: 0 or 1. */
  public void scroll(double share) {
    driver.executeScript(
        "scrollTo(0, arguments[0] * document.documentElement.scrollHeight)", share);
  }

  /** Removes all cards. */
  public void clear() {
    driver.findElement(By.id("clear")).click();
  }

  /** Takes the latest removal back. */
  public void undo() {
    driver.findElement(By.id("undo")).click();
  }

  /** Whether there is a removal that can be taken back. */
  public boolean canUndo() {
    return driver.findElement(By.id("undo")).isDisplayed();
  }

  /** Presses "Forget everything" and confirms it. */
  public void forgetEverything() {
    driver.findElement(By.id("forget")).click();
    driver.findElement(By.cssSelector("[data-do=forget-yes]")).click();
  }

  /** Waits until what was collected has been written. */
  public void awaitKept(int cards) {
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    await(cards + " cards in the database", () -> cards == keptCards());
  }

  private int keptCards() {
    Object count =
        driver.executeAsyncScript(
            """
            const done = arguments[0];
            const asked = indexedDB.open('molweave-collection');
            asked.onupgradeneeded = () => asked.transaction.abort();
            asked.onerror = () => done(-1);
            asked.onsuccess = () => {
              const reading = asked.result.transaction('cards').objectStore('cards').count();
              reading.onsuccess = () => { asked.result.close(); done(reading.result); };
            };
            """);
    return ((Number) count).intValue();
  }

  /** The SMILES of the cards that are elements, in their order. */
  @SuppressWarnings("unchecked") // The script answers a list of strings.
  public List<String> near() {
    return (List<String>)
        driver.executeScript(
            "return [...document.querySelectorAll('#groups .card')].map((e) => e.dataset.smiles)");
  }

  private WebElement tool(String action) {
    return driver.findElement(By.cssSelector("#collection-tools [data-do='" + action + "']"));
  }

  private void await(String what, BooleanSupplier condition) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .ignoring(NoSuchElementException.class, StaleElementReferenceException.class)
        .withMessage(what)
        .until(any -> condition.getAsBoolean());
  }
}
