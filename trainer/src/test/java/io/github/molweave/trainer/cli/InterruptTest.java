package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program in a process of its own, because signals and pipes belong to processes. */
@EnabledOnOs(OS.LINUX)
@Timeout(300)
final class InterruptTest {
  @TempDir private Path folder;

  private static List<String> program(Object... arguments) {
    // A build in the background ignores Ctrl-C, and a Java that inherits this never hears of it.
    List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(Molweave.class.getName());
    Arrays.stream(arguments).map(Object::toString).forEach(words::add);
    return words;
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void trainingPutsACheckpointAwayAtCtrlCAndCanGoOn() throws Exception {
    Path corpus = Files.writeString(folder.resolve("a.smi"), "CCO\nCCN\nCCCl\n".repeat(200));
    Path out = folder.resolve("run");
    Object[] words = {
      "train",
      "--corpus",
      corpus,
      "--out",
      out,
      "--hidden",
      16,
      "--embedding",
      4,
      "--batch",
      4,
      "--epochs",
      100000
    };
    Process process = new ProcessBuilder(program(words)).start();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      String line = err.readLine();
      while (line != null && !line.startsWith("epoch 1")) {
        line = err.readLine();
      }
      interrupt(process);
      List<String> rest = err.lines().toList();
      assertTrue(process.waitFor(120, TimeUnit.SECONDS));
      assertEquals(130, process.exitValue(), rest.toString());
      assertTrue(rest.stream().anyMatch(l -> l.contains("--resume")), rest.toString());
      assertTrue(rest.stream().noneMatch(l -> l.startsWith("The model is")), rest.toString());
    } finally {
      process.destroyForcibly();
    }
    assertTrue(Files.exists(out.resolve("checkpoint.bin")));

    Object[] again = Arrays.copyOf(words, words.length + 1);
    again[words.length] = "--resume";
    Process resumed = new ProcessBuilder(program(again)).start();
    try (BufferedReader err = resumed.errorReader(StandardCharsets.UTF_8)) {
      String line = err.readLine();
      while (line != null && !line.contains("from epoch")) {
        line = err.readLine();
      }
      assertTrue(line != null && !line.endsWith("from epoch 1"), line);
    } finally {
      resumed.destroyForcibly();
    }
  }

  @Test
  void samplingStopsAtCtrlCAndLeavesNoHalfFile() throws Exception {
    Path model = TinyModel.writeTo(folder.resolve("tiny.safetensors"));
    Path out = folder.resolve("out.smi");
    Process process =
        new ProcessBuilder(
                program("sample", "--model", model, "--count", Integer.MAX_VALUE, "--out", out))
            .start();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      while (partsWithText() == 0) {
        Thread.onSpinWait();
      }
      interrupt(process);
      List<String> rest = err.lines().toList();
      assertTrue(process.waitFor(120, TimeUnit.SECONDS));
      assertEquals(130, process.exitValue(), rest.toString());
      assertTrue(rest.get(0).matches("Stopped after [1-9][0-9]* of .*; no file was written\\."));
    } finally {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(model), files.toList());
    }
  }

  /** How many files in the making have molecules in them already. */
  private long partsWithText() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".part") && file.toFile().length() > 0)
          .count();
    }
  }

  @Test
  void samplingEndsQuietlyWhenTheReaderOfItsPipeGoes() throws Exception {
    Path model = TinyModel.writeTo(folder.resolve("tiny.safetensors"));
    Process process =
        new ProcessBuilder(program("sample", "--model", model, "--count", 10_000_000)).start();
    try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        assertTrue(out.readLine() != null);
      }
      assertEquals(List.of(), err.lines().toList());
      assertTrue(process.waitFor(120, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }
}
