package io.github.molweave.e2e.pages;

import java.net.URI;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.Select;

/** The page of Molweave. Each {@code await...} waits until it is so, and times out otherwise. */
public final class DreamPage {
  private static final String ACTIVITY = "return document.documentElement.dataset.activity";

  private final RemoteWebDriver driver;

  private DreamPage(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** Opens it, as after an ordinary click on a link: nothing else is done. */
  public static DreamPage open(RemoteWebDriver driver, URI address) {
    driver.get(address.toString());
    return new DreamPage(driver);
  }

  /** The one that the browser shows, or is on its way to. */
  static DreamPage at(RemoteWebDriver driver) {
    return new DreamPage(driver);
  }

  /** Waits until the browser shows it in {@code language}. */
  public static DreamPage awaitLanguage(RemoteWebDriver driver, String language) {
    DreamPage page = new DreamPage(driver);
    String script = "return document.documentElement.lang";
    page.await("the language " + language, () -> language.equals(driver.executeScript(script)));
    return page;
  }

  /** Waits until nothing goes on and the page is ready for the visitor. */
  public DreamPage awaitReady() {
    awaitActivity("ready");
    return this;
  }

  /** How long after the navigation the page set a mark in the browser's timeline; waits for it. */
  public long millisecondsTo(String mark) {
    String script = "return performance.getEntriesByName(arguments[0])[0]?.startTime ?? -1";
    await("the mark " + mark, () -> number(driver.executeScript(script, mark)) >= 0);
    return Math.round(number(driver.executeScript(script, mark)));
  }

  private static double number(Object given) {
    return ((Number) given).doubleValue();
  }

  /** What a print of the page has beside the molecule. */
  public String worksheet() {
    return driver
        .executeScript(
            "dispatchEvent(new Event('beforeprint'));"
                + "const text = document.querySelector('.worksheet').textContent;"
                + "dispatchEvent(new Event('afterprint'));"
                + "return text")
        .toString();
  }

  /** Waits until the engine is there, whatever it does. */
  public DreamPage awaitEngine() {
    await("the engine", () -> driver.findElement(By.id("dream")).isEnabled());
    return this;
  }

  /** Waits for one of: loading, ready, growing, dreaming, stopped, failed. */
  public void awaitActivity(String activity) {
    await("activity " + activity, () -> activity.equals(driver.executeScript(ACTIVITY)));
  }

  /** Follows the link to the lab. */
  public LabPage toTheLab() {
    driver.findElement(By.cssSelector(".elsewhere a[href='lab.html']")).click();
    return LabPage.at(driver);
  }

  /** The state in words. */
  public String state() {
    return text("state");
  }

  /** The tokens of the molecule on the loom. */
  public List<String> tape() {
    return texts("#tape > li");
  }

  /** Waits until the molecule on the loom begins with these tokens. */
  public void awaitTape(String... tokens) {
    List<String> wanted = List.of(tokens);
    await(
        "a molecule that begins with " + wanted,
        () -> {
          List<String> tape = tape();
          return tape.size() >= wanted.size() && tape.subList(0, wanted.size()).equals(wanted);
        });
  }

  /** The caption under the picture. */
  public String caption() {
    return text("caption");
  }

  /**
   * Waits until the loom shows a finished molecule's structure under the name that a screen reader
   * gives it. The picture may come after the state says that the page is ready.
   */
  public void awaitPicture() {
    await("a picture", () -> content("#picture svg title").startsWith("Structure of "));
  }

  /** What stands in the box. */
  public String typed() {
    return driver.findElement(By.id("prefix")).getDomProperty("value");
  }

  /** Types keys into the box, after what is there. */
  public void type(CharSequence... keys) {
    driver.findElement(By.id("prefix")).sendKeys(keys);
  }

  /** The line under the box. */
  public String hint() {
    return text("prefix-hint");
  }

  /** Waits until the line under the box says something with {@code words} in it. */
  public void awaitHint(String words) {
    await("hint with " + words, () -> hint().contains(words));
  }

  /** Sets the seed that every dream from now on uses. */
  public void setSeed(String seed) {
    WebElement fresh = driver.findElement(By.id("seed-fresh"));
    WebElement box = driver.findElement(By.id("seed"));
    // A click that comes while the page still moves things may land beside the box.
    await(
        "a field for the seed",
        () -> {
          if (fresh.isSelected()) {
            fresh.click();
          }
          return box.isEnabled();
        });
    driver.executeScript("arguments[0].select()", box);
    box.sendKeys(seed, Keys.TAB);
  }

  /** What stands in the field of the seed. */
  public String seed() {
    return driver.findElement(By.id("seed")).getDomProperty("value");
  }

  /** The temperature as the slider has it. */
  public double temperature() {
    return Double.parseDouble(driver.findElement(By.id("temperature")).getDomProperty("value"));
  }

  /** Sets the temperature. */
  public void setTemperature(double temperature) {
    driver.executeScript(
        "const slider = document.getElementById('temperature'); slider.value = arguments[0];"
            + " slider.dispatchEvent(new Event('input', {bubbles: true}))",
        temperature);
  }

  /** Chooses what may come out: reject, mask or off. */
  public void setValidity(String way) {
    driver.findElement(By.id("validity-" + way)).click();
  }

  /** What may come out: reject, mask or off. */
  public String validity() {
    String id = driver.findElement(By.cssSelector("[name=validity]:checked")).getDomAttribute("id");
    return id.substring("validity-".length());
  }

  /** The tokens that the network may choose next, likeliest first; the end is called so. */
  public List<String> choices() {
    return list("e.dataset.token", "#next .choice:not(.refused)");
  }

  /** What is said about each token that is forbidden next. */
  public List<String> refusals() {
    return texts("#next .refused");
  }

  /** Waits until {@code token} is among those that are forbidden next. */
  public void awaitRefusal(String token) {
    await(
        token + " to be forbidden",
        () -> list("e.dataset.token", "#next .refused").contains(token));
  }

  /** Whether Dream can be pressed. */
  public boolean canDream() {
    return driver.findElement(By.id("dream")).isEnabled();
  }

  /** Presses "Use this seed again" of the newest group. */
  public void replay() {
    driver.findElement(By.cssSelector("#groups [data-do=replay]")).click();
  }

  /** Chooses how many molecules a dream has: 1, 5, 20, 100 or 1000. */
  public void setCount(int count) {
    new Select(driver.findElement(By.id("count"))).selectByVisibleText(Integer.toString(count));
  }

  /** Presses Dream and waits until it has begun. */
  public void dream() {
    int groups = groups();
    driver.findElement(By.id("dream")).click();
    await("a new group of cards", () -> groups() > groups);
  }

  /** Presses Stop. */
  public void stop() {
    driver.findElement(By.id("stop")).click();
  }

  /** Waits until at least so many molecules are on cards. */
  public void awaitDreamed(int count) {
    await(count + " molecules", () -> dreamed() >= count);
  }

  /** How many molecules the cards stand for: equal ones share a card. */
  public int dreamed() {
    Object told =
        driver.executeScript(
            "return document.querySelector('.collection-count')?.dataset.molecules ?? 0");
    return Integer.parseInt(told.toString());
  }

  /** What the newest group says about its molecules together. */
  public String groupWords() {
    return content("#groups .group-count");
  }

  /** The cards, those of the newest group first. */
  public Cards cards() {
    return new Cards(driver);
  }

  /** Keeps the files that the page saves from now on. */
  public SavedFiles keepFiles() {
    return SavedFiles.of(driver);
  }

  /** How many groups of cards there are. */
  public int groups() {
    return driver.findElements(By.cssSelector("#groups > *")).size();
  }

  /** Whether the page has fetched a file of this name. */
  public boolean hasFetched(String name) {
    return (Boolean)
        driver.executeScript(
            "return performance.getEntriesByType('resource')"
                + ".some((entry) => entry.name.endsWith(arguments[0]))",
            name);
  }

  /** Shows or hides how little the network expected each token. */
  public void pressSurprise() {
    driver.findElement(By.id("surprise")).click();
  }

  /** How surprising each token on the tape is shown to be, 0 to 4; empty where it is not shown. */
  public List<String> surprises() {
    return list("e.dataset.surprise ?? ''", "#tape > li");
  }

  /** What is said about each token on the tape. */
  public List<String> tapeWords() {
    return list("e.title", "#tape > li");
  }

  /** Waits until the picture on the loom has, or has not, coloured atoms. */
  public void awaitColouredAtoms(boolean coloured) {
    By discs = By.cssSelector("#picture .mw-highlights");
    await("coloured atoms: " + coloured, () -> driver.findElements(discs).isEmpty() != coloured);
  }

  /** What is said about the least expected tokens; empty where it is not shown. */
  public String leastExpected() {
    WebElement key = driver.findElement(By.id("surprise-key"));
    return key.isDisplayed() ? text("surprise-words") : "";
  }

  /** Waits for the message of a problem and tells its words. */
  public String awaitProblem() {
    await("a message", () -> driver.findElement(By.id("problem")).isDisplayed());
    return driver.findElement(By.cssSelector("#problem p")).getText();
  }

  /** Whether a message of a problem is shown. */
  public boolean showsProblem() {
    return driver.findElement(By.id("problem")).isDisplayed();
  }

  /** Waits until the picture of the molecule on the loom is described so to who does not see it. */
  public void awaitDescription(String words) {
    await("the description", () -> words.equals(content("#picture desc")));
  }

  /** Opens what the model says about itself and tells its words. */
  public String readCard() {
    driver.findElement(By.id("about-open")).click();
    await("the card", () -> driver.findElement(By.id("about-fields")).isDisplayed());
    return driver.findElement(By.id("about-fields")).getText();
  }

  /** Whether what the model says about itself is open. */
  public boolean showsCard() {
    return driver.findElement(By.id("about")).isDisplayed();
  }

  /** Sends keys to whatever has the focus, as a keyboard does. */
  public void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** The id of the element that has the focus, or its class where it has no id. */
  public String focused() {
    WebElement active = driver.switchTo().activeElement();
    String id = active.getDomAttribute("id");
    return id != null ? id : String.valueOf(active.getDomAttribute("class"));
  }

  /** How far the page is wider than its window, in CSS pixels. */
  public long overflow() {
    return (Long)
        driver.executeScript(
            "const root = document.documentElement; return root.scrollWidth - root.clientWidth");
  }

  private String text(String id) {
    return content("#" + id);
  }

  private String content(String selector) {
    return driver.findElement(By.cssSelector(selector)).getDomProperty("textContent");
  }

  private List<String> texts(String selector) {
    return list("e.textContent", selector);
  }

  @SuppressWarnings("unchecked") // The script answers a list of strings.
  private List<String> list(String what, String selector) {
    return (List<String>)
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])].map((e) => " + what + ")",
            selector);
  }

  private void await(String what, BooleanSupplier condition) {
    Patience.await(driver, () -> what, condition);
  }
}
