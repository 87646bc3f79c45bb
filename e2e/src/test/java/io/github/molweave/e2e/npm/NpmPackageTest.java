package io.github.molweave.e2e.npm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.e2e.site.ShippedModel;
import io.github.molweave.web.server.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The package for npm holds what it should, and its README's example runs. */
class NpmPackageTest {
  /** Where a course may keep a week's page: not at the root of its server. */
  private static final String SUBFOLDER = "course/week-3/";

  private static final String VITE = "vite@8.3.8";
  private static final int MINUTES_FOR_NPM = 4;

  /** How npm says that there is no network. */
  private static final Pattern UNREACHABLE =
      Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH");

  @TempDir private Path folder;

  @Test
  void holdsTheseFilesAndNoOthers() throws IOException {
    try (InputStream frozen = NpmPackageTest.class.getResourceAsStream("files.txt")) {
      List<String> expected = new String(frozen.readAllBytes(), UTF_8).lines().toList();
      assertEquals(expected, NpmPackage.files());
    }
  }

  @Test
  void everyEntryIsAFileAndComesWithItsTypesFirst() {
    Map<String, Object> described =
        new Json().toType(new String(NpmPackage.bytes("package.json"), UTF_8), Json.MAP_TYPE);
    Map<?, ?> entries = (Map<?, ?>) described.get("exports");
    for (String entry : List.of(".", "./worker", "./element", "./anywidget", "./embed-parent")) {
      Map<?, ?> files = (Map<?, ?>) entries.get(entry);
      assertEquals(List.of("types", "default"), List.copyOf(files.keySet()), entry);
      for (Object file : files.values()) {
        assertTrue(Files.isRegularFile(NpmPackage.FOLDER.resolve((String) file)), entry);
      }
    }
    assertTrue(((String) described.get("version")).matches("\\d+\\.\\d+\\.\\d+(-\\w+)?"));
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theExampleRunsInAPlainPageOfASubfolder(Engine engine) {
    try (ServedSite site = ServedSite.copy()) {
      for (String file : NpmPackage.files()) {
        site.with(SUBFOLDER + "molweave/" + file, NpmPackage.bytes(file));
      }
      site.with(SUBFOLDER + "index.html", NpmPackage.example("index.html").getBytes(UTF_8))
          .with(SUBFOLDER + "dream.js", NpmPackage.example("dream.js").getBytes(UTF_8))
          .with(SUBFOLDER + "zinc.safetensors", ShippedModel.bytes());
      assertDreams(engine, site);
    }
  }

  @Test
  void npmPacksTheWholeFolder() throws IOException, InterruptedException {
    String answer = npm(NpmPackage.FOLDER, "npm", "pack", "--dry-run", "--json");
    List<?> packages =
        new Json().toType(answer.substring(answer.indexOf('[')), Json.LIST_OF_MAPS_TYPE);
    List<?> files = (List<?>) ((Map<?, ?>) packages.get(0)).get("files");
    List<String> packed =
        files.stream().map(file -> (String) ((Map<?, ?>) file).get("path")).sorted().toList();
    assertEquals(NpmPackage.files(), packed);
  }

  @Test
  void theExampleRunsAsViteBuildsIt() throws IOException, InterruptedException {
    npm(NpmPackage.FOLDER, "npm", "pack", "--pack-destination", folder.toString());
    Path packed;
    try (Stream<Path> made = Files.list(folder)) {
      packed = made.filter(file -> file.toString().endsWith(".tgz")).findFirst().orElseThrow();
    }
    String script = NpmPackage.example("dream.js").replace("'./molweave/index.js'", "'molweave'");
    Files.writeString(folder.resolve("dream.js"), script);
    Files.writeString(folder.resolve("index.html"), NpmPackage.example("index.html"));
    Files.writeString(folder.resolve("package.json"), "{\"private\": true, \"type\": \"module\"}");
    Files.createDirectory(folder.resolve("public"));
    Files.write(folder.resolve("public/zinc.safetensors"), ShippedModel.bytes());
    npm(folder, "npm", "install", "--no-audit", "--no-fund", VITE, packed.toString());
    npm(folder, "npx", "vite", "build", "--base=./");
    Path built = folder.resolve("dist");
    try (ServedSite site = ServedSite.copy();
        Stream<Path> files = Files.walk(built)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        site.with(SUBFOLDER + built.relativize(file), Files.readAllBytes(file));
      }
      assertDreams(Engine.CHROMIUM, site);
    }
  }

  private static void assertDreams(Engine engine, ServedSite site) {
    List<String> expected = NpmPackage.exampleMolecules(ShippedModel.bytes());
    site.serve(Policy.STRICT);
    try (Browser browser = engine.open()) {
      browser.driver().get(site.address(SUBFOLDER).toString());
      List<String> molecules =
          new WebDriverWait(browser.driver(), Duration.ofMinutes(2))
              .until(
                  driver -> {
                    List<WebElement> lines = driver.findElements(By.cssSelector("#molecules li"));
                    return lines.size() < expected.size()
                        ? null
                        : lines.stream().map(WebElement::getText).toList();
                  });
      assertEquals(expected, molecules);
    }
  }

  /** What a program of Node says; skips the test where there is no Node. */
  private String npm(Path where, String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(where.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
    } catch (IOException noNode) {
      assumeTrue(
          false, "not run: there is no " + command[0] + " here (" + noNode.getMessage() + ")");
      throw noNode;
    }
    assertTrue(process.waitFor(MINUTES_FOR_NPM, TimeUnit.MINUTES), "still running: " + command[1]);
    String words = read(err);
    assumeTrue(
        !UNREACHABLE.matcher(words).find(), () -> "not run: npm reaches no registry: " + words);
    assertEquals(0, process.exitValue(), () -> String.join(" ", command) + ": " + words);
    return read(out);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
