package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.checkpoint.Checkpoint;
import io.github.molweave.trainer.checkpoint.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed with SIGKILL, which no program can hear, and runs that go on. */
@EnabledOnOs(OS.LINUX)
@Timeout(600)
final class KillTest {
  private static final int KILLS = 20;

  @TempDir private Path folder;
  private final Random random = new Random(7);
  private int kills;
  private int killedWhileWriting;

  private Process train(Path out, String... more) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.addAll(List.of(Molweave.class.getName(), "train", "--corpus"));
    words.add(corpus().toString());
    words.addAll(List.of("--hidden", "48", "--layers", "2", "--embedding", "8", "--batch", "4"));
    words.addAll(List.of("--dropout", "0.2", "--augment", "3"));
    words.addAll(List.of("--epochs", "5", "--checkpoint-every", "1steps"));
    words.addAll(List.of("--out", out.toString()));
    words.addAll(List.of(more));
    return new ProcessBuilder(words).start();
  }

  private Path corpus() throws IOException {
    Path file = folder.resolve("corpus.smi");
    if (!Files.exists(file)) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 160; i++) {
        lines.add("CNO".repeat(1 + i % 5) + "C".repeat(1 + i % 7) + "(Cl)" + "CO".repeat(i % 4));
      }
      Files.write(file, lines);
    }
    return file;
  }

  @Test
  void aRunThatIsKilledTwentyTimesEndsInTheSameBits() throws Exception {
    Path whole = folder.resolve("whole");
    assertEquals(0, finish(train(whole)));
    for (int chain = 0; kills < KILLS; chain++) {
      Path out = folder.resolve("killed" + chain);
      while (kills < KILLS && !survives(out)) {
        kills++;
      }
      assertEquals(0, finish(resume(out)));
      assertSameEnd(new RunFolder(whole), new RunFolder(out));
    }
    assertTrue(killedWhileWriting > 0, "some kills should come in the middle of a file");
  }

  private Process resume(Path out) throws IOException {
    return new RunFolder(out).holdsRun() ? train(out, "--resume") : train(out);
  }

  /** Starts the run or goes on with it, kills it somewhere; false when it was killed. */
  private boolean survives(Path out) throws Exception {
    Process process = resume(out);
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      int checkpoints = 1 + random.nextInt(6);
      String line = err.readLine();
      while (line != null && checkpoints > 0) {
        checkpoints -= line.startsWith("Wrote checkpoint") ? 1 : 0;
        line = err.readLine();
      }
      boolean inAFile = random.nextBoolean();
      while (inAFile && process.isAlive() && parts(out).isEmpty()) {
        Thread.onSpinWait();
      }
      process.destroyForcibly();
      assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    }
    killedWhileWriting += parts(out).isEmpty() ? 0 : 1;
    return process.exitValue() == 0;
  }

  private static List<Path> parts(Path out) throws IOException {
    if (!Files.exists(out)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  private static int finish(Process process) throws Exception {
    List<String> lines;
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      lines = err.lines().toList();
    }
    assertTrue(process.waitFor(300, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue(), lines.toString());
    return process.exitValue();
  }

  private static void assertSameEnd(RunFolder whole, RunFolder killed) throws Exception {
    Checkpoint expected = whole.recover().checkpoint();
    Checkpoint actual = killed.recover().checkpoint();
    assertArrayEquals(expected.network().parameters(), actual.network().parameters());
    assertArrayEquals(expected.network().secondMoment(), actual.network().secondMoment());
    assertEquals(expected.progress(), actual.progress());
    assertArrayEquals(
        Files.readAllBytes(whole.modelFile()), Files.readAllBytes(killed.modelFile()));
    assertEquals(List.of(), parts(killed.folder()));
  }
}
