package io.github.molweave.e2e.pages;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.Select;

/** The lab's look inside the network. Each {@code await...} waits until it is so. */
public final class ThinkingPage {
  private static final String TEXTS =
      "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)";

  private final RemoteWebDriver driver;

  private ThinkingPage(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** That of the lab which the browser shows, with its first molecule there. */
  public static ThinkingPage in(RemoteWebDriver driver) {
    ThinkingPage page = new ThinkingPage(driver);
    page.await("#thinking-room[data-state=ready]");
    return page;
  }

  /** Loads the page again. */
  public ThinkingPage reload() {
    driver.navigate().refresh();
    return in(driver);
  }

  private void await(String selector) {
    Patience.await(
        driver, () -> selector, () -> !driver.findElements(By.cssSelector(selector)).isEmpty());
  }

  /** Waits until the list of {@code selector} has so many entries. */
  private void await(String selector, int count) {
    Patience.await(
        driver,
        () -> count + " of " + selector,
        () -> driver.findElements(By.cssSelector(selector)).size() == count);
  }

  private WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  @SuppressWarnings("unchecked") // What TEXTS returns.
  private List<String> texts(String selector) {
    return (List<String>) driver.executeScript(TEXTS, selector);
  }

  /** Draws with a seed. */
  public void draw(String seed) {
    find("#thinking-seed").clear();
    find("#thinking-seed").sendKeys(seed);
    find("#thinking-seed").sendKeys(Keys.ENTER);
  }

  /** Moves the slider without letting go of it. */
  public void slideTemperature(double temperature) {
    driver.executeScript(
        "const slider = document.getElementById('thinking-temperature'); slider.value ="
            + " arguments[0]; slider.dispatchEvent(new Event('input', {bubbles: true}))",
        temperature);
  }

  /** The tokens of the tape; the end is a sign. */
  public List<String> tape() {
    return texts(".thought-tape .thought");
  }

  /** How surprising each token is, 0 to 4. */
  public List<String> surprises() {
    return driver.findElements(By.cssSelector(".thought")).stream()
        .map(one -> one.getDomAttribute("data-surprise"))
        .toList();
  }

  /** Waits until the picture has coloured atoms. */
  public void awaitColouredAtoms() {
    await(".thought-picture .mw-highlights");
  }

  /** Chooses token {@code at} of the tape, from 0. */
  public void chooseToken(int at) {
    driver.findElements(By.cssSelector(".thought")).get(at).click();
    awaitAccount("Token " + (at + 1) + ",");
  }

  /** From the chosen token to the next, by keyboard. */
  public void nextTokenByKey() {
    find(".thought :checked").sendKeys(Keys.ARROW_RIGHT);
  }

  /** Waits until the account of the chosen token begins so, and returns it. */
  public String awaitAccount(String beginning) {
    Patience.await(
        driver,
        () -> "account of " + beginning,
        () -> find(".thought-account").getText().startsWith(beginning));
    return find(".thought-account").getText();
  }

  /** How much probability validity removed at the chosen token, in words. */
  public String removed() {
    return find(".weighing .hint").getText();
  }

  /** The share of the choice {@code token} as its bar says it. */
  public String share(String token) {
    return find(".weighing [data-token='" + token + "'] .choice-share").getText();
  }

  /** The tokens of the bars from top to bottom. */
  public List<String> bars() {
    return driver.findElements(By.cssSelector(".weighing [data-token]")).stream()
        .map(one -> one.getDomAttribute("data-token"))
        .toList();
  }

  /** Forks with {@code token} by keyboard, and waits for so many molecules in the tree. */
  public void fork(String token, int molecules) {
    find(".weighing button[data-token='" + token + "']").sendKeys(Keys.ENTER);
    awaitForks(molecules);
  }

  /** Waits until the tree has so many molecules. */
  public void awaitForks(int molecules) {
    await(".fork", molecules);
  }

  /** The SMILES of the tree from top to bottom. */
  public List<String> forks() {
    return texts(".fork-smiles");
  }

  /** How deep each of them lies, 1 for a molecule drawn afresh. */
  public List<Long> depths() {
    String script =
        "return [...document.querySelectorAll('.fork')].map((one) => {"
            + " let depth = 0; for (let at = one; at;"
            + " at = at.parentElement?.closest('.forks ul, .forks')) depth++;"
            + " return depth - 1; })";
    @SuppressWarnings("unchecked") // What the script returns.
    List<Long> depths = (List<Long>) driver.executeScript(script);
    return depths;
  }

  /** What is said of the fork at {@code row}: what was forked, and what came of it. */
  public String forkWords(int row) {
    return driver.findElements(By.cssSelector(".fork-words")).get(row).getText();
  }

  /** The SMILES of the chosen one. */
  public String chosenFork() {
    return texts(".fork-choose[aria-current=true] .fork-smiles").get(0);
  }

  /** Chooses the fork at {@code row}, by keyboard: the page above may still grow. */
  public void chooseFork(int row) {
    driver.findElements(By.cssSelector(".fork-choose")).get(row).sendKeys(Keys.ENTER);
  }

  /** Removes the fork at {@code row} with all below it. */
  public void removeFork(int row) {
    driver.findElements(By.cssSelector("[data-remove]")).get(row).sendKeys(Keys.ENTER);
  }

  /** Takes the last removal back. */
  public void undo() {
    find(".forks-undo button").sendKeys(Keys.ENTER);
  }

  /** Waits until the tape shows these tokens. */
  public void awaitTape(List<String> tokens) {
    Patience.await(driver, () -> "tape of " + tokens, () -> tape().equals(tokens));
  }

  /** The texts of the four columns. */
  public List<String> columns() {
    return texts(".same-luck .thought-line");
  }

  /** Where each column parts from its left neighbour, from 0; -1 for nowhere. */
  public List<String> partings() {
    return driver.findElements(By.cssSelector(".same-luck > li")).stream()
        .map(one -> one.getDomAttribute("data-parts"))
        .toList();
  }

  /** What each column says of its left neighbour. */
  public List<String> partingWords() {
    return texts(".same-luck-parts");
  }

  /** Gives column {@code at} another temperature and waits for its text. */
  public void setColumn(int at, String temperature, String expected) {
    WebElement input = driver.findElements(By.cssSelector(".same-luck input")).get(at);
    input.clear();
    input.sendKeys(temperature, Keys.TAB);
    Patience.await(
        driver,
        () -> "column " + at + " at " + temperature,
        () -> columns().get(at).equals(expected));
  }

  /** Shows the units by number or the liveliest first. */
  public void orderUnits(String order) {
    new Select(find("#thinking-unit-order")).selectByValue(order);
  }

  /** Chooses a row of the heat map and a token by the sliders' keys. */
  public void chooseCell(int row, int step) {
    find("#thinking-unit-row").sendKeys(Keys.HOME);
    find("#thinking-unit-step").sendKeys(Keys.HOME);
    for (int i = 0; i < row; i++) {
      find("#thinking-unit-row").sendKeys(Keys.ARROW_RIGHT);
    }
    for (int i = 0; i < step; i++) {
      find("#thinking-unit-step").sendKeys(Keys.ARROW_RIGHT);
    }
  }

  /** What the chosen cell says. */
  public String cell() {
    return find(".unit-said").getText();
  }

  /** The colour of a cell of the heat map: red, green, blue. */
  public List<?> colour(int row, int step) {
    return (List<?>)
        driver.executeScript(
            "return [...document.querySelector('.unit-map').getContext('2d')"
                + ".getImageData(arguments[1], arguments[0], 1, 1).data].slice(0, 3)",
            row,
            step);
  }

  /** The values of the chosen unit, from its table. */
  public List<String> unitTable() {
    return texts(".unit-table td:nth-child(3)");
  }

  /** Holds the chosen unit at zero, and waits for the replay. */
  public String clamp() {
    find(".clamp").sendKeys(Keys.ENTER);
    Patience.await(driver, () -> "a replay", () -> !find(".clamp-words").getText().isEmpty());
    return find(".clamp-words").getText();
  }

  /** The texts of the original and of the replay. */
  public List<String> replays() {
    return texts(".clamp-pair .thought-line");
  }

  /** By how many pixels the page is wider than the window. */
  public long overflow() {
    return (Long) driver.executeScript("return document.documentElement.scrollWidth - innerWidth");
  }
}
