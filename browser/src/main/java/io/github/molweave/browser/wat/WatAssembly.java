package io.github.molweave.browser.wat;

import com.dylibso.chicory.wabt.Wat2Wasm;
import com.dylibso.chicory.wasi.WasiExitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Assembles WebAssembly text, during the build only. */
public final class WatAssembly {
  private WatAssembly() {}

  /**
   * Assembles folders of {@code .wat} files, each to one module: the files hold the fields of a
   * module and are read in the order of their names.
   *
   * @param arguments pairs of a folder and the {@code .wasm} file to write
   */
  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i < arguments.length; i += 2) {
      Path module = Path.of(arguments[i + 1]);
      Files.createDirectories(module.getParent());
      // Beside the classes, so that a message of any assembler has a line to point at.
      Path expanded = module.resolveSibling(module.getFileName() + ".wat");
      String text = text(Path.of(arguments[i]));
      try {
        Files.write(module, Wat2Wasm.parse(text));
      } catch (WasiExitException refusal) {
        Files.writeString(expanded, text);
        throw new IllegalArgumentException(
            "cannot assemble " + arguments[i] + "; wat2wasm says where, given " + expanded,
            refusal);
      }
    }
  }

  /** The text of one module, in plain WAT. */
  static String text(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".wat")).sorted().toList();
    }
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      text.append(Repetition.expand(Files.readString(file)));
    }
    return text.toString();
  }
}
