package io.github.molweave.e2e.browsers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Headless Chromium. It keeps its console, its performance log and, on disk, every request that its
 * network service starts, so that a test can ask for them.
 */
public final class ChromiumBrowser implements Browser {
  private final ChromeDriver driver;
  private final Path netLog;

  private ChromiumBrowser(ChromeDriver driver, Path netLog) {
    this.driver = driver;
    this.netLog = netLog;
  }

  /** Starts one, or says which program to install. */
  public static ChromiumBrowser start() throws BrowserMissingException {
    Path netLog = newNetLog();
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--headless",
        // Chromium's own sandbox does not start for root, which builds usually are in a container.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A page that asks for its memory is answered now, not at the next garbage collection.
        "--enable-blink-features=ForceEagerMeasureMemory",
        "--window-size=1280,900",
        "--log-net-log=" + netLog);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService.Builder service = new ChromeDriverService.Builder().usingAnyFreePort();
    Optional<Path> browser = Programs.find("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromeDriver = Programs.find("chromedriver");
    if (browser.isPresent() && chromeDriver.isPresent()) {
      options.setBinary(browser.get().toFile());
      service.usingDriverExecutable(chromeDriver.get().toFile());
    }
    try {
      return new ChromiumBrowser(new ChromeDriver(service.build(), options), netLog);
    } catch (WebDriverException e) {
      if (browser.isPresent() && chromeDriver.isPresent()) {
        throw e;
      }
      // Without the two programs Selenium Manager was asked to fetch them.
      throw new BrowserMissingException(
          "Chromium and chromedriver are not installed and Selenium Manager could not fetch them;"
              + " on Debian: apt-get install chromium chromium-driver",
          e);
    }
  }

  private static Path newNetLog() {
    try {
      return Files.createTempFile("molweave-requests", ".json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ChromeDriver driver() {
    return driver;
  }

  /** What pages wrote to the console since the last call, warnings of the browser included. */
  public List<String> takeConsole() {
    return take(LogType.BROWSER);
  }

  /** The performance log since the last call: one JSON object an event. */
  public List<String> takePerformanceLog() {
    return take(LogType.PERFORMANCE);
  }

  private List<String> take(String type) {
    List<String> messages = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(type)) {
      messages.add(entry.getMessage());
    }
    return messages;
  }

  /** Makes the page believe in a touch screen of this size, in CSS pixels. */
  public void useScreen(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
  }

  /** Ends the browser and tells every request that its network service had started, as JSON. */
  public String closeAndReadNetLog() throws IOException {
    driver.quit();
    String requests = Files.readString(netLog);
    close();
    return requests;
  }

  @Override
  public void close() {
    driver.quit();
    try {
      Files.deleteIfExists(netLog);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
