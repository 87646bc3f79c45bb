package io.github.molweave.e2e.pages;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.remote.RemoteWebDriver;

/** The cards of a page, one by one; a place is counted from 0, the newest group first. */
public final class Cards {
  private final RemoteWebDriver driver;

  Cards(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** The SMILES of all cards, the newest group first. */
  public List<String> smiles() {
    return ofCards("[e.dataset.smiles]");
  }

  /** What the cards say about validity, in the same order. */
  public List<String> verdicts() {
    return ofCards("[e.querySelector('.card-verdict').textContent]");
  }

  /** What is marked as the fault in the text of each card that has one. */
  public List<String> faults() {
    return ofCards("[...e.querySelectorAll('.card-smiles .fault')].map((f) => f.textContent)");
  }

  /** How many molecules each card stands for, in the order of {@link #smiles}. */
  public List<Integer> times() {
    return ofCards("[e.dataset.times]").stream().map(Integer::valueOf).toList();
  }

  /** What a card with more than one molecule says about it, for eyes and for screen readers. */
  public List<String> countWords() {
    return ofCards("[...e.querySelectorAll('.card-times')].map((f) => f.textContent)");
  }

  /**
   * Waits until the card at {@code place}, from 0, has its drawing, after scrolling it into view.
   */
  public void awaitDrawing(int place) {
    WebElement card = card(place);
    scrollTo(card);
    await("a drawing", () -> !card.findElements(By.cssSelector(".card-picture svg")).isEmpty());
  }

  /** Whether the card at {@code place} has details. */
  public boolean hasDetails(int place) {
    return !card(place).findElements(By.className("card-summary")).isEmpty();
  }

  /** Opens the details of the card at {@code place}, from 0, and waits for all of them. */
  public void openDetails(int place) {
    scrollTo(card(place));
    WebElement summary = card(place).findElement(By.className("card-summary"));
    await("the way to the details", () -> clicked(summary));
    awaitDetails(place);
  }

  /** Waits until the details of the card at {@code place} are there. */
  public void awaitDetails(int place) {
    await(
        "details",
        () -> {
          List<WebElement> sections = card(place).findElements(By.cssSelector("[data-section]"));
          return !sections.isEmpty()
              && sections.stream().noneMatch(section -> section.getText().contains("Asking"));
        });
  }

  /** What the details of a card say in one of their sections. */
  public String details(int place, String section) {
    return card(place).findElement(By.cssSelector("[data-section=" + section + "]")).getText();
  }

  /** The value of a property in the details of a card. */
  public String property(int place, String name) {
    By value = By.cssSelector("[data-property=" + name + "] .value");
    return card(place).findElement(value).getDomProperty("textContent");
  }

  /** The SELFIES in the details of a card. */
  public String selfies(int place) {
    By text = By.cssSelector("[data-section=selfies] code");
    return card(place).findElement(text).getDomProperty("textContent");
  }

  /** What the details of a card say about each atom. */
  public List<String> walk(int place) {
    return card(place).findElements(By.cssSelector(".walk > li")).stream()
        .map(atom -> atom.getDomProperty("textContent"))
        .toList();
  }

  /** Asks whether a card's molecule is in the training set and waits for {@code words}. */
  public void askMembership(int place, String words) {
    press(place, "membership");
    await(words, () -> details(place, "membership").contains(words));
  }

  /** Presses a button of the card at {@code place}, by what it does. */
  public void press(int place, String action) {
    card(place).findElement(By.cssSelector("[data-do=" + action + "]")).click();
  }

  /** The place of the card that has the focus or holds it, or -1. */
  public int focused() {
    return ((Number)
            driver.executeScript(
                """
                const card = document.activeElement.closest('#groups .card');
                if (!card) return -1;
                const bundles = [...document.querySelectorAll('#groups .cards')];
                const own = bundles.indexOf(card.parentElement);
                return bundles.slice(0, own).reduce((sum, e) => sum + Number(e.dataset.cards), 0)
                    + [...card.parentElement.children].indexOf(card);
                """))
        .intValue();
  }

  private static boolean clicked(WebElement element) {
    try {
      element.click();
      return true;
    } catch (ElementNotInteractableException e) {
      return false;
    }
  }

  private void scrollTo(WebElement element) {
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
  }

  /** Only cards near the window are elements: goes to the one at {@code place} and waits for it. */
  private WebElement card(int place) {
    String script =
        """
        let left = arguments[0];
        for (const bundle of document.querySelectorAll('#groups .cards')) {
          if (left < Number(bundle.dataset.cards)) {
            const cards = bundle.querySelectorAll('.card');
            if (cards.length === 0) bundle.scrollIntoView();
            return cards[left] ?? null;
          }
          left -= Number(bundle.dataset.cards);
        }
        return null;
        """;
    WebElement[] found = new WebElement[1];
    await(
        "card " + place,
        () -> (found[0] = (WebElement) driver.executeScript(script, place)) != null);
    return found[0];
  }

  /**
   * Goes along all cards, as a reader does who scrolls, and collects the list {@code what} of each.
   */
  @SuppressWarnings("unchecked") // The script answers a list of strings.
  private List<String> ofCards(String what) {
    return (List<String>)
        driver.executeAsyncScript(
            """
            const done = arguments[0];
            (async () => {
              const all = [];
              const place = scrollY;
              for (const bundle of document.querySelectorAll('#groups .cards')) {
                while (!bundle.querySelector('.card')) {
                  bundle.scrollIntoView();
                  await new Promise((again) => setTimeout(again, 10));
                }
                for (const e of bundle.querySelectorAll('.card')) all.push(...%s);
              }
              scrollTo(0, place);
              return all;
            })().then(done, (error) => done([String(error)]));
            """
                .formatted(what));
  }

  private void await(String what, BooleanSupplier condition) {
    Patience.await(driver, () -> what, condition);
  }
}
