package io.github.molweave.trainer.journal;

import io.github.molweave.trainer.checkpoint.FileReplacement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * A file that gets one line after the other, each whole. Lines that could not be written, because
 * the disk was full for a while, are written with the next one that can.
 */
public final class JournalFile {
  private final Path file;
  private final JournalFormat format;
  private final List<JournalLine> lines = new ArrayList<>();

  /** How many lines stand in the file; below 0 before it was begun. */
  private int written = -1;

  private long length;

  private JournalFile(Path file, JournalFormat format) {
    this.file = file;
    this.format = format;
  }

  /** One JSON object a line. */
  public static JournalFile jsonLines(Path file) {
    return new JournalFile(file, new JsonLines());
  }

  /** An event file of TensorBoard; its name must contain {@code tfevents}. */
  public static JournalFile tensorBoard(Path file) {
    return new JournalFile(file, new TensorBoardEvents());
  }

  /**
   * The lines of a file of {@link #jsonLines}; what is no whole line is left out, and without a
   * file there are none.
   *
   * @throws IOException when it is there and cannot be read
   */
  public static List<JournalLine> read(Path file) throws IOException {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.lines().map(JsonLines::read).filter(Objects::nonNull).toList();
    } catch (NoSuchFileException noneYet) {
      return List.of();
    }
  }

  /** The lines so far, whether or not they could be written. */
  public List<JournalLine> lines() {
    return List.copyOf(lines);
  }

  /**
   * Begins the file anew with the lines of an earlier part of the run.
   *
   * @throws IOException when it cannot be written
   */
  public void begin(List<JournalLine> earlier) throws IOException {
    lines.clear();
    lines.addAll(earlier);
    written = -1;
    replace();
  }

  /**
   * Keeps only some lines.
   *
   * @throws IOException when the file cannot be written; the lines are gone from the next one that
   *     can be
   */
  public void keep(Predicate<JournalLine> wanted) throws IOException {
    if (lines.removeIf(wanted.negate())) {
      written = -1;
      replace();
    }
  }

  /**
   * Adds a line.
   *
   * @throws IOException when it cannot be written; it is then written with a later one
   */
  public void add(JournalLine line) throws IOException {
    lines.add(line);
    flush();
  }

  /** Writes what could not be written so far. */
  public void flush() throws IOException {
    if (written < 0 || !Files.exists(file) || Files.size(file) < length) {
      replace();
      return;
    }
    byte[] bytes = bytes(lines.subList(written, lines.size()));
    if (bytes.length == 0) {
      return;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      // A line that was torn by a full disk goes first.
      channel.truncate(length).position(length);
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
    length += bytes.length;
    written = lines.size();
  }

  private void replace() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(format.beginning());
    whole.writeBytes(bytes(lines));
    FileReplacement.write(file, whole.toByteArray());
    length = whole.size();
    written = lines.size();
  }

  private byte[] bytes(List<JournalLine> some) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (JournalLine line : some) {
      bytes.writeBytes(format.of(line));
    }
    return bytes.toByteArray();
  }
}
