package io.github.molweave.trainer.corpus;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;

/**
 * Somewhere molecules come from.
 *
 * @param name the file's name without its folder; reports and model cards show it
 * @param opener gives the bytes, gzipped or not, anew at each call
 * @param provenance of a public set; empty for other files
 */
public record CorpusSource(String name, Opener opener, Optional<Provenance> provenance) {

  /** One of which no more is known. */
  public CorpusSource(String name, Opener opener) {
    this(name, opener, Optional.empty());
  }

  /** The same, known to be a public set. */
  public CorpusSource from(Provenance known) {
    return new CorpusSource(name, opener, Optional.of(known));
  }

  /** Opens a source. */
  @FunctionalInterface
  public interface Opener {
    /** The bytes from the beginning. */
    InputStream open() throws IOException;
  }

  /** How the text of a source is laid out. */
  public enum Layout {
    /** One molecule a line, the first field. */
    LINES,
    /** Comma-separated values with a header row. */
    CSV,
    /** Tab-separated values with a header row. */
    TSV
  }

  private static final String BUILT_IN = "pubchem.smi.gz";

  /** The file {@code path}; it is opened when it is read. */
  public static CorpusSource file(Path path) {
    Path name = path.getFileName();
    return new CorpusSource(
        name == null ? path.toString() : name.toString(),
        () -> {
          refuseWhatIsNoFile(path);
          return stream(path);
        });
  }

  private static void refuseWhatIsNoFile(Path path) throws IOException {
    // A folder opens as a stream on some systems and fails at the first byte: say it here.
    if (Files.isDirectory(path)) {
      throw new NotAFileException(path + " is a folder. Name the files in it instead.");
    }
    if (!Files.exists(path)) {
      if (Files.isSymbolicLink(path)) {
        throw new NotAFileException(
            path + " is a link that leads to no file. Name the file itself.");
      }
      throw new NoSuchFileException(path.toString());
    }
  }

  private static InputStream stream(Path path) throws IOException {
    if (!Files.readAttributes(path, BasicFileAttributes.class).isOther()) {
      return Files.newInputStream(path);
    }
    // A named pipe without a writer would be waited for without an end. What a shell makes of
    // <(...) lies under /dev and has one.
    if (!path.toAbsolutePath().startsWith("/dev")) {
      throw new NotAFileException(
          path + " is a pipe or a device. Write what comes out of it to a file, and name that.");
    }
    // A stream of java.nio asks for its position, which a pipe does not have.
    return new FileInputStream(path.toFile());
  }

  /** The molecules that come with Molweave: see {@code docs/datasets/pubchem.md}. */
  public static CorpusSource builtIn() {
    return new CorpusSource(
        BUILT_IN,
        () -> {
          InputStream stream = CorpusSource.class.getResourceAsStream(BUILT_IN);
          if (stream == null) {
            throw new IOException("this build of Molweave lacks its built-in corpus");
          }
          return stream;
        });
  }

  /** The layout that the name promises; everything that is no table is a list. */
  public Layout layout() {
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.endsWith(".gz")) {
      plain = plain.substring(0, plain.length() - 3);
    }
    if (plain.endsWith(".csv")) {
      return Layout.CSV;
    }
    return plain.endsWith(".tsv") ? Layout.TSV : Layout.LINES;
  }

  /** Something else in place of a file: the message says what, and what to do. */
  static final class NotAFileException extends IOException {
    private static final long serialVersionUID = 1L;

    NotAFileException(String message) {
      super(message);
    }
  }
}
