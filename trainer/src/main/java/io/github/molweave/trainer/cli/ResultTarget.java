package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.checkpoint.FileReplacement;
import io.github.molweave.trainer.cli.CommandException.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options {@code --out} and {@code --force}: stdout, or a file written whole or not at all. */
final class ResultTarget {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the result goes. Default: stdout.")
  private Path out;

  @Option(names = "--force", description = "Replace a file that is there already.")
  private boolean force;

  /** Whether no file was named. */
  boolean isStdout() {
    return out == null;
  }

  /** Objects, before any work is done, when a file would be lost. */
  void check() throws CommandException {
    if (out != null) {
      check(out, force);
    }
  }

  /** Objects when {@code target} exists and {@code force} is not given. */
  static void check(Path target, boolean force) throws CommandException {
    if (Files.isDirectory(target)) {
      throw new CommandException(
          Problem.TARGET_TAKEN, target + " is a folder. Name a file in it by --out.");
    }
    if (Files.exists(target) && !force) {
      throw new CommandException(
          Problem.TARGET_TAKEN,
          target + " is there already. Give another --out, or replace it with --force.");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandException(
          Problem.TARGET_TAKEN, "there is no folder " + folder + ". Make it first.");
    }
  }

  /** The name of the file asked for, or empty for stdout. */
  String fileName() {
    return out == null ? "" : out.getFileName().toString();
  }

  /** Writes the result to where it was asked for. */
  void write(Terminal terminal, FileReplacement.Content content)
      throws CommandException, ClosedPipeException {
    if (out != null) {
      write(out, content);
      return;
    }
    try {
      OutputStream results = new BufferedOutputStream(terminal.out(), 1 << 13);
      content.writeTo(results);
      results.flush();
    } catch (ClosedPipeException enough) {
      throw enough;
    } catch (IOException failure) {
      throw unwritable("stdout", failure);
    }
  }

  /** Writes a file whole or not at all. */
  static void write(Path target, FileReplacement.Content content) throws CommandException {
    try {
      FileReplacement.write(target, content);
    } catch (IOException failure) {
      throw unwritable(target.toString(), failure);
    }
  }

  private static CommandException unwritable(String target, IOException failure) {
    return new CommandException(
        Problem.TARGET_UNWRITABLE,
        target
            + " could not be written ("
            + failure.getMessage()
            + "). Make room or permission and try again.",
        failure);
  }
}
