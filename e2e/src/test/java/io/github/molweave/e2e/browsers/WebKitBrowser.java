package io.github.molweave.e2e.browsers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.net.UrlChecker;
import org.openqa.selenium.remote.RemoteWebDriver;

/** WebKitGTK's MiniBrowser, on a virtual display of its own; one driver process a session. */
public final class WebKitBrowser implements Browser {
  private final VirtualDisplay display;
  private final Process service;
  private final RemoteWebDriver driver;

  private WebKitBrowser(VirtualDisplay display, Process service, RemoteWebDriver driver) {
    this.display = display;
    this.service = service;
    this.driver = driver;
  }

  static WebKitBrowser start() throws BrowserMissingException {
    Path program = Programs.require("WebKitWebDriver", "webkit2gtk-driver");
    Path miniBrowser = findMiniBrowser();
    VirtualDisplay display = VirtualDisplay.start();
    Process service = null;
    try {
      int port = freePort();
      ProcessBuilder command =
          new ProcessBuilder(program.toString(), "--host=127.0.0.1", "--port=" + port);
      command.environment().put("DISPLAY", display.name());
      command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      service = command.start();
      URI address = URI.create("http://127.0.0.1:" + port);
      new UrlChecker()
          .waitUntilAvailable(
              30, java.util.concurrent.TimeUnit.SECONDS, address.resolve("/status").toURL());
      RemoteWebDriver driver =
          new RemoteWebDriver(address.toURL(), capabilities(miniBrowser), false);
      driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(30));
      return new WebKitBrowser(display, service, driver);
    } catch (IOException e) {
      throw stopped(display, service, new UncheckedIOException(e));
    } catch (UrlChecker.TimeoutException e) {
      throw stopped(display, service, new IllegalStateException(program + " does not answer", e));
    } catch (RuntimeException e) {
      throw stopped(display, service, e);
    }
  }

  private static RuntimeException stopped(
      VirtualDisplay display, Process service, RuntimeException reason) {
    if (service != null) {
      service.destroy();
    }
    display.close();
    return reason;
  }

  private static MutableCapabilities capabilities(Path miniBrowser) {
    MutableCapabilities capabilities = new MutableCapabilities();
    capabilities.setCapability("browserName", "MiniBrowser");
    capabilities.setCapability(
        "webkitgtk:browserOptions",
        Map.of("binary", miniBrowser.toString(), "args", List.of("--automation")));
    return capabilities;
  }

  /** The one in {@code /usr/lib/ARCHITECTURE/webkit2gtk-4.1}. */
  private static Path findMiniBrowser() throws BrowserMissingException {
    try (Stream<Path> architectures = Files.list(Path.of("/usr/lib"))) {
      return architectures
          .map(folder -> folder.resolve("webkit2gtk-4.1").resolve("MiniBrowser"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(() -> new BrowserMissingException("MiniBrowser", "webkit2gtk-driver"));
    } catch (IOException e) {
      throw new BrowserMissingException("there is no /usr/lib to look for WebKitGTK in", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public RemoteWebDriver driver() {
    return driver;
  }

  @Override
  public void close() {
    try {
      driver.quit();
    } finally {
      service.destroy();
      display.close();
    }
  }
}
