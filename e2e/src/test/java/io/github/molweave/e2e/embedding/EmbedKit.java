package io.github.molweave.e2e.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.e2e.browsers.Browser;
import java.net.URI;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page {@code embed.html}. */
final class EmbedKit {
  private final Browser browser;

  private EmbedKit(Browser browser) {
    this.browser = browser;
  }

  static EmbedKit open(Browser browser, URI address) {
    browser.driver().get(address.toString());
    EmbedKit kit = new EmbedKit(browser);
    new WebDriverWait(browser.driver(), Duration.ofMinutes(1))
        .until(driver -> !kit.snippet().isEmpty());
    return kit;
  }

  EmbedKit type(String field, String text) {
    WebElement input = browser.driver().findElement(By.id(field));
    input.clear();
    input.sendKeys(text);
    return this;
  }

  /** The lines for one host, as a teacher copies them. */
  String snippetFor(String host) {
    Select hosts = new Select(browser.driver().findElement(By.id("host")));
    hosts.selectByValue(host);
    assertEquals(host, hosts.getFirstSelectedOption().getDomProperty("value"));
    return snippet();
  }

  private String snippet() {
    return text("snippet");
  }

  /** The text of the element with this id, hidden parts included. */
  String text(String id) {
    return (String)
        browser
            .driver()
            .executeScript("return document.getElementById(arguments[0])?.textContent ?? ''", id);
  }
}
