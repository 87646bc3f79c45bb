package io.github.molweave.e2e.pages;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;

/** The page's dialogs for what visitors bring: networks, molecules to score, fragments. */
public final class OwnDialogs {
  private static final String DROP =
      """
      const [name, bytes] = arguments;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      """;

  private static final String DRAG =
      """
      const [type] = arguments;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'any.safetensors'));
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      """;

  private static final String PLACE =
      """
      const place = document.querySelector('.drop-place');
      const { width, height } = place.getBoundingClientRect();
      return width >= document.documentElement.clientWidth && height >= innerHeight;
      """;

  /** How far the middle of each spot lies from the nearest letter of the drawing, at most. */
  private static final String FARTHEST =
      """
      const middle = (each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return [(left + right) / 2, (top + bottom) / 2];
      };
      const letters = [...document.querySelectorAll('#continuing text')].map(middle);
      const spots = [...document.querySelectorAll('#continuing .atom-spot')].map(middle);
      return letters.length === 0 ? 1e9 : Math.max(...letters.map(([x, y]) =>
        Math.min(...spots.map(([a, b]) => Math.hypot(a - x, b - y)))));
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

  /** Drags a file: an event of that type, {@code dragenter} and the like. */
  public OwnDialogs drag(String type) {
    awaitShown("models-open");
    driver.executeScript(DRAG, type);
    return this;
  }

  /** Whether the place where a file may be let go lies over the whole window. */
  public boolean showsPlaceToDrop() {
    return (Boolean) driver.executeScript(PLACE);
  }

  /**
   * How far the places to continue {@code fragment} at lie from their atoms' letters, in pixels.
   */
  public double farthestSpot(String fragment) {
    openAtoms(fragment);
    return ((Number) driver.executeScript(FARTHEST)).doubleValue();
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
    WebElement field = openAtoms(fragment);
    field.sendKeys(Keys.TAB);
    for (int i = 0; i < atom; i++) {
      driver.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    }
    driver.switchTo().activeElement().sendKeys(Keys.ENTER);
    await(() -> driver.findElements(By.cssSelector("#continuing[open]")).isEmpty());
  }

  /** Whether a molecule can be continued from one of its atoms. */
  public boolean offersAtoms() {
    return driver.findElement(By.id("continue-open")).isDisplayed();
  }

  /** Types {@code fragment} into the dialog that shows atoms; each is one letter. */
  private WebElement openAtoms(String fragment) {
    if (driver.findElements(By.cssSelector("#continuing[open]")).isEmpty()) {
      awaitShown("continue-open").sendKeys(Keys.ENTER);
    }
    WebElement field = awaitShown("continue-text");
    driver.executeScript("arguments[0].select()", field);
    field.sendKeys(fragment);
    By spots = By.cssSelector("#continuing .atom-spot");
    long atoms = fragment.chars().filter(Character::isLetter).count();
    await(() -> driver.findElements(spots).size() == atoms);
    return field;
  }

  private WebElement awaitShown(String id) {
    By one = By.id(id);
    await(() -> driver.findElements(one).stream().anyMatch(WebElement::isDisplayed));
    return driver.findElement(one);
  }

  private String text(By element) {
    return driver.findElement(element).getDomProperty("textContent");
  }

  private void await(BooleanSupplier condition) {
    Patience.await(driver, () -> "a dialog", condition);
  }
}
