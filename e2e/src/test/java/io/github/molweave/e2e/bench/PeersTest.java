package io.github.molweave.e2e.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.bench.BenchException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of npm, its answers and its absence; the npm here is a script. */
class PeersTest {
  private static final Path CHECKED_IN = Path.of("bench/peers");

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void lockFile() throws IOException {
    Files.writeString(folder.resolve("package-lock.json"), "{}");
  }

  private Optional<Path> npm(String... lines) throws IOException {
    Path program =
        Files.writeString(folder.resolve("npm"), "#!/bin/sh\n" + String.join("\n", lines));
    assertTrue(program.toFile().setExecutable(true));
    return Optional.of(program);
  }

  @Test
  void saysThatThereIsNoNpm() {
    BenchException fault =
        assertThrows(
            BenchException.class, () -> new Peers(folder, Optional.empty()).install(said::add));
    assertEquals(Problem.NO_NPM, fault.problem());
  }

  @Test
  void repeatsWhatNpmComplainsOf() throws Exception {
    Peers peers =
        new Peers(folder, npm("echo quiet", "echo 'npm error code ENOTFOUND' >&2", "exit 1"));
    BenchException fault = assertThrows(BenchException.class, () -> peers.install(said::add));
    assertEquals(Problem.PEERS_NOT_INSTALLED, fault.problem());
    assertTrue(fault.getMessage().endsWith("npm error code ENOTFOUND"), fault.getMessage());
  }

  @Test
  void installsOnceAndAgainWhenTheLockFileHasChanged() throws Exception {
    Peers peers = new Peers(folder, npm("mkdir -p node_modules"));
    peers.install(said::add);
    peers.install(said::add);
    assertEquals(1, said.size());
    Files.writeString(folder.resolve("package-lock.json"), "{\"other\":1}");
    peers.install(said::add);
    assertEquals(2, said.size());
  }

  @Test
  void theLockFileNamesNoAddressOfAPackage() throws IOException {
    String lock = Files.readString(CHECKED_IN.resolve("package-lock.json"));
    assertTrue(lock.contains("\"integrity\""));
    assertFalse(lock.contains("\"resolved\""));
  }
}
