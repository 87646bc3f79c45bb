package io.github.molweave.e2e.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.molweave.e2e.launcher.Command.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has been built once works with the network off: in a network name space of its own. */
class NetworkOffTest {
  private static final Path LAUNCHER = Command.CHECKOUT.resolve("molweave");

  @BeforeEach
  void needsANameSpace() throws Exception {
    try {
      Outcome outcome = withoutNetwork("ip", "link", "set", "lo", "up");
      assumeTrue(outcome.exitCode() == 0, "no network name space here: " + outcome.err());
    } catch (IOException e) {
      abort("no network name space here: " + e.getMessage());
    }
  }

  @Test
  void servesThePage() throws Exception {
    Outcome outcome = withoutNetwork("bash", resource("serve-and-get.sh"), LAUNCHER.toString());
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().startsWith("HTTP/1.1 200 "), outcome.out());
    assertTrue(outcome.out().contains("Molweave"), outcome.out());
  }

  @Test
  void runsTheCommandLineOfTheTrainer() throws Exception {
    Outcome outcome = withoutNetwork(LAUNCHER.toString(), "sample", "--help");
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("--temperature"), outcome.out());
  }

  @Test
  void buildsThePageAgainAfterAnEdit(@TempDir Path folder) throws Exception {
    for (String part : List.of("molweave", "pom.xml", ".mvn", "shared", "browser", "web")) {
      copy(Command.CHECKOUT.resolve(part), folder.resolve(part));
    }
    for (String part : List.of("trainer/pom.xml", "e2e/pom.xml")) {
      Files.createDirectories(folder.resolve(part).getParent());
      copy(Command.CHECKOUT.resolve(part), folder.resolve(part));
    }
    Path page = folder.resolve("web/src/main/site/index.html");
    Files.writeString(page, "<!-- edited -->", StandardOpenOption.APPEND);
    Outcome outcome =
        command("bash", resource("serve-and-get.sh"), folder.resolve("molweave").toString())
            .with("MOLWEAVE_BUILD", "")
            .run(600);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains("Building the page"), outcome.err());
    assertTrue(outcome.out().contains("<!-- edited -->"), outcome.out());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static Outcome withoutNetwork(String... words) throws IOException, InterruptedException {
    return command(words).run(60);
  }

  private static Command command(String... words) {
    // As another user than root a name space of users is needed too.
    boolean root = System.getProperty("user.name").equals("root");
    List<String> all = new ArrayList<>(List.of("unshare", root ? "-n" : "-rn"));
    all.addAll(Arrays.asList(words));
    return Command.of(all.toArray(new String[0]));
  }

  private static String resource(String name) {
    return Path.of("src/test/resources/io/github/molweave/e2e/launcher", name).toString();
  }
}
