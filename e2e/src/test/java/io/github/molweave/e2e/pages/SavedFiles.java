package io.github.molweave.e2e.pages;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.remote.RemoteWebDriver;

/** The files that a page saves, kept instead of letting the browser ask about them. */
public final class SavedFiles {
  private final RemoteWebDriver driver;

  private SavedFiles(RemoteWebDriver driver) {
    this.driver = driver;
  }

  /** Keeps what the page that the browser shows saves from now on. */
  static SavedFiles of(RemoteWebDriver driver) {
    driver.executeScript(
        """
        const made = new Map();
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => {
          const address = make(blob);
          made.set(address, blob);
          return address;
        };
        window.kept = [];
        HTMLAnchorElement.prototype.click = async function () {
          const bytes = new Uint8Array(await made.get(this.href).arrayBuffer());
          window.kept.push([this.download, String.fromCharCode(...bytes)]);
        };
        """);
    return new SavedFiles(driver);
  }

  /** Waits for the next file that was kept: its name and its bytes as characters. */
  @SuppressWarnings("unchecked") // The script answers a list of two strings.
  public List<String> next() {
    List<String> file = new ArrayList<>();
    Patience.await(
        driver,
        () -> "a saved file",
        () -> {
          Object kept = driver.executeScript("return window.kept.shift()");
          if (kept == null) {
            return false;
          }
          return file.addAll((List<String>) kept);
        });
    return file;
  }
}
