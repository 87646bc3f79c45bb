package io.github.molweave.e2e.pages;

import java.time.Duration;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page's dialogs for what visitors bring: networks, molecules to score, fragments. */
public final class OwnDialogs {
  private static final String DROP =
      """
      const [name, bytes] = arguments;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      """;

  private final RemoteWebDriver driver;

  /** Those of the page that {@code driver} shows. */
  public OwnDialogs(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** Drops a file onto the page. */
  public void drop(String name, byte[] content) {
    int[] bytes = new int[content.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = content[i] & 0xff;
    }
    awaitShown("models-open");
    driver.executeScript(DROP, name, bytes);
  }

  /** Chooses a network that comes with the page. */
  public void choose(String model) {
    if (driver.findElements(By.cssSelector("#models[open]")).isEmpty()) {
      awaitShown("models-open").click();
    }
    By button = By.cssSelector("[data-model='" + model + "']");
    await(() -> !driver.findElements(button).isEmpty());
    driver.findElement(button).click();
  }

  /** Waits until the network in use is said to be one with {@code words} and the dialog is shut. */
  public String awaitNetwork(String words) {
    By name = By.id("model-name");
    By open = By.cssSelector("#models[open]");
    await(() -> text(name).contains(words) && driver.findElements(open).isEmpty());
    return text(name);
  }

  /** Waits for what is said of a file that cannot be opened. */
  public String awaitFault() {
    By fault = By.id("models-fault");
    await(() -> !driver.findElements(fault).isEmpty() && !text(fault).isEmpty());
    return text(fault);
  }

  /** How many elements of this kind the page has. */
  public int count(String tag) {
    return driver.findElements(By.tagName(tag)).size();
  }

  /** Scores texts: what is said of each. */
  public List<String> score(String lines, int count) {
    awaitShown("score-open").click();
    awaitShown("score-text").sendKeys(lines);
    driver.findElement(By.cssSelector("#scoring [type=submit]")).click();
    By answers = By.cssSelector("#scores > li");
    await(() -> driver.findElements(answers).size() == count);
    List<String> said = driver.findElements(answers).stream().map(WebElement::getText).toList();
    driver.findElement(By.id("score-text")).sendKeys(Keys.ESCAPE);
    return said;
  }

  /** Opens {@code fragment} at one of its atoms, from 0, by the keyboard alone. */
  public void continueAt(String fragment, int atom) {
    awaitShown("continue-open").sendKeys(Keys.ENTER);
    WebElement field = awaitShown("continue-text");
    driver.executeScript("arguments[0].select()", field);
    field.sendKeys(fragment);
    By spots = By.cssSelector("#continuing .atom-spot");
    long atoms = fragment.chars().filter(Character::isLetter).count();
    await(() -> driver.findElements(spots).size() == atoms);
    field.sendKeys(Keys.TAB);
    for (int i = 0; i < atom; i++) {
      driver.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    }
    driver.switchTo().activeElement().sendKeys(Keys.ENTER);
    await(() -> driver.findElements(By.cssSelector("#continuing[open]")).isEmpty());
  }

  private WebElement awaitShown(String id) {
    By one = By.id(id);
    await(() -> driver.findElements(one).stream().anyMatch(WebElement::isDisplayed));
    return driver.findElement(one);
  }

  private String text(By element) {
    return driver.findElement(element).getDomProperty("textContent");
  }

  private void await(java.util.function.BooleanSupplier condition) {
    new WebDriverWait(driver, Duration.ofMinutes(1), Duration.ofMillis(50))
        .until(any -> condition.getAsBoolean());
  }
}
