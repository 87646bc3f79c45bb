package io.github.molweave.e2e.browsers;

import org.openqa.selenium.remote.RemoteWebDriver;

/** A running browser with an empty profile; closing it ends all its processes. */
public interface Browser extends AutoCloseable {
  /** Where to send commands. */
  RemoteWebDriver driver();

  @Override
  void close();
}
