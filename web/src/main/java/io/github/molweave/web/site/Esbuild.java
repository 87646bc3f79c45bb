package io.github.molweave.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The bundler: a program of its own, for this platform, out of a jar that only the build has.
 *
 * <p>Same sources, same bundles and hashes: it has no clock and no order of its own.
 */
final class Esbuild {
  private static final String GROUP = "org.webjars.npm";

  private final Path program;

  private Esbuild(Path program) {
    this.program = program;
  }

  /**
   * The one for this platform, or none where the build brings none.
   *
   * @param folder where the program is unpacked to, once for each of its versions
   */
  static Optional<Esbuild> in(Path folder) throws IOException {
    String artifact = "esbuild__" + platform();
    Properties about = new Properties();
    try (InputStream lines =
        resource("META-INF/maven/" + GROUP + "/" + artifact + "/pom.properties")) {
      if (lines == null) {
        return Optional.empty();
      }
      about.load(lines);
    }
    String version = about.getProperty("version");
    Path program = folder.resolve(artifact + "-" + version);
    if (!Files.isExecutable(program)) {
      unpack("META-INF/resources/webjars/" + artifact + "/" + version + "/bin/esbuild", program);
    }
    return Optional.of(new Esbuild(program));
  }

  /**
   * Runs it in {@code folder}, to which the paths of its arguments are relative.
   *
   * @throws IllegalStateException with its own words, which name file and line, when it refuses
   */
  void run(Path folder, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program.toAbsolutePath().toString()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String words = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (exitCode(process) != 0) {
      throw new IllegalStateException("The page's modules could not be bundled:\n" + words);
    }
    if (!words.isBlank()) {
      System.err.println(words.strip());
    }
  }

  private static int exitCode(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the page's modules were bundled.", e);
    }
  }

  private static void unpack(String name, Path program) throws IOException {
    Files.createDirectories(program.getParent());
    Path part = Files.createTempFile(program.getParent(), "esbuild", ".part");
    try (InputStream packed = resource(name)) {
      if (packed == null) {
        throw new IOException("The jar of esbuild has no " + name);
      }
      Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!part.toFile().setExecutable(true)) {
      throw new IOException(part + " cannot be made a program");
    }
    Files.move(part, program, StandardCopyOption.ATOMIC_MOVE);
  }

  private static InputStream resource(String name) {
    return Esbuild.class.getClassLoader().getResourceAsStream(name);
  }

  /** As npm names it: {@code linux-x64}, {@code darwin-arm64}. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name = system.startsWith("mac") ? "darwin" : system.startsWith("win") ? "win32" : system;
    return name + "-" + (machine.equals("amd64") || machine.equals("x86_64") ? "x64" : "arm64");
  }
}
