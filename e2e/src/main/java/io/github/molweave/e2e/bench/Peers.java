package io.github.molweave.e2e.bench;

import io.github.molweave.e2e.bench.BenchException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;

/** The folder with the peers' package and lock file, and what npm puts beside them. */
final class Peers {
  private final Path folder;
  private final Optional<Path> npm;

  /** The folder, and npm if there is one. */
  Peers(Path folder, Optional<Path> npm) {
    this.folder = folder;
    this.npm = npm;
  }

  /** Where the packages lie once they are installed. */
  Path packages() {
    return folder.resolve("node_modules");
  }

  /** Installs what the lock file names, unless that very lock file has been installed before. */
  void install(Consumer<String> progress) throws BenchException, InterruptedException {
    try {
      Path lock = folder.resolve("package-lock.json");
      Path installed = packages().resolve("installed-lock.json");
      if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
        return;
      }
      progress.accept("Installing the peers (once, some 450 MB, needs a network) ...");
      runNpm();
      Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BenchException(
          Problem.PEERS_NOT_INSTALLED,
          "The peers could not be installed in " + folder + ": " + e.getMessage(),
          e);
    }
  }

  private void runNpm() throws IOException, BenchException, InterruptedException {
    if (npm.isEmpty()) {
      throw new BenchException(
          Problem.NO_NPM,
          "There is no npm, which installs the peers. On Debian: apt-get install npm");
    }
    Path log = Files.createTempFile("molweave-npm", ".log");
    Process process =
        new ProcessBuilder(npm.get().toString(), "ci", "--ignore-scripts")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new BenchException(
          Problem.PEERS_NOT_INSTALLED,
          "npm could not install the peers in " + folder + ": " + complaint(log));
    }
    Files.delete(log);
  }

  private static String complaint(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("npm error") || line.startsWith("npm ERR!"))
        .findFirst()
        .orElse("see " + log);
  }
}
