package io.github.molweave.trainer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where a command writes, and what it may know of its surroundings.
 *
 * @param out results, and nothing else; throws {@link ClosedPipeException} when nobody reads on
 * @param err talk and progress
 * @param style how progress may look
 * @param environment variables by name
 */
record Terminal(OutputStream out, PrintStream err, Style style, Map<String, String> environment) {

  /** What stderr is. */
  enum Style {
    /** A file or a pipe, or colours and rewriting are not wanted: whole lines only. */
    PLAIN,
    /** A screen: a line may be rewritten in place. */
    SCREEN
  }

  private static final Path STDOUT = Path.of("/proc/self/fd/1");
  private static final Path STDERR = Path.of("/proc/self/fd/2");

  /** The process's own streams. */
  static Terminal ofProcess() {
    OutputStream out = new PipeAware(new FileOutputStream(FileDescriptor.out));
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    return new Terminal(out, err, styleFor(System.getenv(), isScreen(STDERR)), System.getenv());
  }

  /** See https://no-color.org for NO_COLOR. */
  static Style styleFor(Map<String, String> environment, boolean screen) {
    boolean unwanted =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    return screen && !unwanted ? Style.SCREEN : Style.PLAIN;
  }

  /**
   * Linux can be asked what a stream is; elsewhere it is taken for a file, since Java only tells of
   * stdin and stdout together.
   */
  private static boolean isScreen(Path stream) {
    try {
      String target = Files.readSymbolicLink(stream).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException noProc) {
      return false;
    }
  }

  /**
   * Whether the process's results appear on a screen, where a progress line would mix with them.
   */
  static boolean isStdoutScreen() {
    return isScreen(STDOUT);
  }

  /** Tells a closed pipe from other failures. */
  static final class PipeAware extends FilterOutputStream {
    PipeAware(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      try {
        out.write(value);
      } catch (IOException failure) {
        throw explained(failure);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      try {
        out.write(bytes, offset, count);
      } catch (IOException failure) {
        throw explained(failure);
      }
    }

    /** The C library's "Broken pipe" comes translated, but keeps the word pipe. */
    private static IOException explained(IOException failure) {
      String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
      return message.contains("pipe") ? new ClosedPipeException(failure) : failure;
    }
  }
}
