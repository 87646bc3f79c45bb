package io.github.molweave.e2e.pages;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;

/** The lab. Each {@code await...} waits until it is so, and times out otherwise. */
public final class LabPage {
  private final RemoteWebDriver driver;

  /**
   * What the page says of one share of a writer's texts.
   *
   * @param hits how many, or -1 where it is not known
   * @param of among how many
   * @param words the same, with the interval
   */
  public record Share(int hits, int of, String words) {}

  private LabPage(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** Opens it; {@code address} is that of {@code lab.html}, with or without a link's settings. */
  public static LabPage open(RemoteWebDriver driver, URI address) {
    driver.get("about:blank"); // another fragment alone would not load the page anew
    driver.get(address.toString());
    return new LabPage(driver);
  }

  /** The one that the browser shows, or is on its way to. */
  static LabPage at(RemoteWebDriver driver) {
    return new LabPage(driver);
  }

  /** Waits until all writers have written what they were to. */
  public LabPage awaitReady() {
    awaitStory("ready");
    return this;
  }

  /** Waits for one of: loading, drawing, ready, stopped, failed. */
  public void awaitStory(String state) {
    String script = "return document.documentElement.dataset.story";
    await("the story's state " + state, () -> state.equals(driver.executeScript(script)));
  }

  /** Waits until the page's heading is {@code title}. */
  public void awaitTitle(String title) {
    await("the heading " + title, () -> title.equals(heading()));
  }

  private Object heading() {
    return driver.executeScript("return document.querySelector('h1')?.textContent ?? ''");
  }

  /** The state of the story in words. */
  public String state() {
    return driver.findElement(By.id("story-state")).getText();
  }

  /** The message about what went wrong; empty when there is none. */
  public String problem() {
    return driver.findElement(By.id("problem")).getText();
  }

  /** The writers in their order, by id. */
  public List<String> writers() {
    List<String> writers = new ArrayList<>();
    for (WebElement writer : driver.findElements(By.cssSelector(".writer"))) {
      writers.add(writer.getDomAttribute("data-writer"));
    }
    return writers;
  }

  /** How many texts of a writer are counted. */
  public int written(String writer) {
    return Integer.parseInt(row(writer).getDomAttribute("data-n"));
  }

  /** Its share that is {@code id}: valid, distinct or new. */
  public Share share(String writer, String id) {
    WebElement share = row(writer).findElement(By.cssSelector("[data-share=" + id + "]"));
    String hits = share.getDomAttribute("data-hits");
    return new Share(
        hits.isEmpty() ? -1 : Integer.parseInt(hits),
        Integer.parseInt(share.getDomAttribute("data-of")),
        share.getText().replace('\u00a0', ' '));
  }

  /** What a writer's note says, as that it is missing. */
  public String note(String writer) {
    return row(writer).findElement(By.cssSelector(".card-note")).getText();
  }

  /** Where the link to a writer's molecules leads. */
  public URI link(String writer) {
    return URI.create(row(writer).findElement(By.cssSelector(".replay")).getDomProperty("href"));
  }

  /**
   * Lets every writer show text number {@code index}, from 0, and gives that of {@code writers}.
   */
  public List<String> look(int index, List<String> writers) {
    driver.executeScript(
        "const slider = document.getElementById('look'); slider.value = arguments[0];"
            + " slider.dispatchEvent(new Event('input', {bubbles: true}))",
        index + 1);
    List<String> texts = new ArrayList<>();
    for (String writer : writers) {
      WebElement stage = row(writer).findElement(By.className("stage"));
      String wanted = Integer.toString(index);
      await("text " + index, () -> wanted.equals(stage.getDomAttribute("data-index")));
      texts.add(stage.getDomAttribute("data-text"));
    }
    return texts;
  }

  /** Which luck the texts have, as the field says. */
  public String seed() {
    return driver.findElement(By.id("luck")).getDomProperty("value");
  }

  /** What a button does that has this id. */
  public LabPage click(String id) {
    driver.findElement(By.id(id)).click();
    return this;
  }

  /** Presses Escape. */
  public void escape() {
    driver.switchTo().activeElement().sendKeys(Keys.ESCAPE);
  }

  /** Waits until a writer has more than {@code n} texts. */
  public void awaitMoreThan(int n, String writer) {
    await("more than " + n + " texts", () -> written(writer) > n);
  }

  /** Follows the link to the front door. */
  public DreamPage toTheFrontDoor() {
    driver.findElement(By.cssSelector(".elsewhere a[href='index.html']")).click();
    return DreamPage.at(driver);
  }

  private WebElement row(String writer) {
    return driver.findElement(By.cssSelector("[data-writer=" + writer + "]"));
  }

  private void await(String what, BooleanSupplier condition) {
    Patience.await(driver, () -> what, condition);
  }
}
