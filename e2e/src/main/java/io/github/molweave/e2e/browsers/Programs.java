package io.github.molweave.e2e.browsers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds programs on the PATH. */
public final class Programs {
  private Programs() {}

  /** The first of {@code names} that is on the PATH. */
  public static Optional<Path> find(String... names) {
    for (String name : names) {
      for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  /** The program {@code name}, which comes with {@code debianPackage}. */
  static Path require(String name, String debianPackage) throws BrowserMissingException {
    return find(name).orElseThrow(() -> new BrowserMissingException(name, debianPackage));
  }
}
