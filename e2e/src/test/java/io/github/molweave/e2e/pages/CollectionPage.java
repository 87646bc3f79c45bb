package io.github.molweave.e2e.pages;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.Select;

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

  /** What stands in the field of a limit. */
  public String limit(String name) {
    return tool(name).getDomProperty("value");
  }

  /** Whether it is said that no card passes. */
  public boolean saysThatNonePass() {
    return driver.findElement(By.id("cards-none-pass")).isDisplayed();
  }

  /** Whether a tool can be pressed now. */
  public boolean canPress(String action) {
    return tool(action).isEnabled();
  }

  /** Presses one of the tools by the Enter key. */
  public void pressByKeyboard(String action) {
    tool(action).sendKeys(Keys.ENTER);
  }

  /** What the tool that has the focus does; empty when none has it. */
  public String focusedTool() {
    return (String)
        driver.executeScript(
            "return document.activeElement.closest('#collection-tools [data-do]')?.dataset.do ?? ''");
  }

  /** Opens the histograms. */
  public void openHistograms() {
    tool("histograms").findElement(By.tagName("summary")).click();
  }

  /**
   * Waits until the histogram of a property, and the corpus under it, tell of so many molecules.
   */
  public void awaitHistogram(String property, int count) {
    await(
        "a histogram of " + count,
        () ->
            String.valueOf(count).equals(histogram(property).getDomAttribute("data-count"))
                && histogramWords(property).contains("Training set"));
  }

  /** How high the bars of a histogram are, from the left. */
  @SuppressWarnings("unchecked") // The script answers a list of numbers.
  public List<Double> bars(String property) {
    List<Number> heights =
        (List<Number>)
            driver.executeScript(
                "return [...arguments[0].querySelectorAll('rect')].map((e) => e.height.baseVal.value)",
                histogram(property));
    return heights.stream().map(Number::doubleValue).toList();
  }

  /** What a histogram says in words. */
  public String histogramWords(String property) {
    return histogram(property).findElement(By.tagName("figcaption")).getDomProperty("textContent");
  }

  private WebElement histogram(String property) {
    return driver.findElement(By.cssSelector(".histogram[data-property=" + property + "]"));
  }

  /**
   * Waits for the table of some molecules side by side: their SMILES, then each row's name and
   * values.
   */
  @SuppressWarnings("unchecked") // The script answers lists of strings.
  public List<List<String>> awaitCompared() {
    await("the comparison", this::compares);
    return (List<List<String>>)
        driver.executeScript(
            """
            const table = document.querySelector('.compare-dialog[open] table');
            const texts = (elements) => [...elements].map((e) => e.textContent);
            return [texts(table.querySelectorAll('thead code')),
                ...[...table.tBodies[0].rows].map((row) => texts(row.cells))];
            """);
  }

  /** Whether molecules are shown side by side. */
  public boolean compares() {
    return !driver.findElements(By.cssSelector(".compare-dialog[open]")).isEmpty();
  }

  /** Scrolls within the comparison to the molecule at {@code place}. */
  public void goToColumn(int place) {
    driver.executeScript(
        "document.querySelectorAll('.compare-table thead th')[arguments[0]].scrollIntoView()",
        place);
  }

  /** Whether a molecule of the comparison is seen in its whole width, beside the rows' names. */
  public boolean seesColumn(int place) {
    return (Boolean)
        driver.executeScript(
            """
            const box = (selector, i) => document.querySelectorAll(selector)[i].getBoundingClientRect();
            const column = box('.compare-table thead th', arguments[0]);
            const names = box('.compare-table tbody th', 0);
            const room = box('.compare-scroll', 0);
            return names.width >= 90 && column.left >= names.right - 1 && column.right <= room.right + 1
                && room.right <= innerWidth;
            """,
            place);
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

  /** The box that selects the card at {@code place} of the first that are elements. */
  public WebElement box(int place) {
    By boxes = By.cssSelector("#groups .card-box");
    if (driver.findElements(boxes).size() <= place) {
      driver.executeScript("document.querySelector('#groups .cards').scrollIntoView()");
    }
    await("card " + place, () -> driver.findElements(boxes).size() > place);
    return driver.findElements(boxes).get(place);
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

  /** Waits until exactly {@code text} is selected on the page, as for copying. */
  public void awaitSelected(String text) {
    await(
        text + " selected",
        () -> text.equals(driver.executeScript("return getSelection().toString()")));
  }

  /** What the first card says about what was done with it. */
  public String noteOnCard() {
    return driver
        .findElement(By.cssSelector("#groups .card .card-note"))
        .getDomProperty("textContent");
  }

  private WebElement tool(String action) {
    return driver.findElement(By.cssSelector("#collection-tools [data-do='" + action + "']"));
  }

  private void await(String what, BooleanSupplier condition) {
    Patience.await(
        driver,
        () -> what + "; there are " + cards() + "; the page says: " + keptWords(),
        condition);
  }
}
