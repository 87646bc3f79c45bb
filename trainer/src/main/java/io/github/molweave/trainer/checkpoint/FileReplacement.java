package io.github.molweave.trainer.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file as a whole or not at all: to a temporary sibling, forced to the disk, then renamed
 * over the old one. A reader sees the old file or the new one; a failed write leaves the old one.
 */
public final class FileReplacement {
  private static final String PART = ".part";

  private FileReplacement() {}

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything to {@code out}, which is buffered and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** What is to happen when the new file is whole, but the old one still stands. */
  @FunctionalInterface
  interface Farewell {
    /** Does it. */
    void to(Path old) throws IOException;
  }

  /**
   * Puts a new file at {@code target}.
   *
   * @throws IOException when it cannot be written; the old file then stands unchanged
   */
  public static void write(Path target, Content content) throws IOException {
    write(target, content, old -> {});
  }

  /** As above; {@code farewell} may keep the old file under another name. */
  static void write(Path target, Content content, Farewell farewell) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    // Not createTempFile: that makes files which only their owner may read.
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + PART;
    Path temporary = folder.resolve(name);
    try {
      try (FileChannel channel =
              FileChannel.open(
                  temporary,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      farewell.to(target);
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceNames(folder);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Puts a new file with the bytes {@code bytes} at {@code target}. */
  public static void write(Path target, byte[] bytes) throws IOException {
    write(target, out -> out.write(bytes));
  }

  /** A new name is on the disk for sure only when its folder is. */
  private static void forceNames(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException notThere) {
      // Not every system opens folders; the file itself is on the disk already.
      return;
    }
  }

  /**
   * Removes what writers that were killed left in {@code folder}; no other process may be writing
   * there.
   */
  static void removeParts(Path folder) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*" + PART)) {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }
}
