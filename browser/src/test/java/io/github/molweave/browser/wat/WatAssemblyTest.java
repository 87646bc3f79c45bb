package io.github.molweave.browser.wat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatAssemblyTest {
  @TempDir Path folder;
  private Path source;
  private Path module;

  @BeforeEach
  void makeTheFolder() throws IOException {
    source = Files.createDirectory(folder.resolve("source"));
    module = folder.resolve("built").resolve("module.wasm");
  }

  @Test
  void assemblesTheFilesOfAFolderToOneModule() throws IOException {
    write("b.wat", "(func (export \"f\") (each i 2 (call $twice)))");
    write("a.wat", "(func $twice)\n");
    WatAssembly.main(new String[] {source.toString(), module.toString()});
    // By hand, from the WebAssembly specification: type, function, export and code section.
    byte[] expected = {
      0, 'a', 's', 'm', 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 3, 2, 0, 0, 7, 5, 1, 1, 'f', 0, 1, 10,
      11, 2, 2, 0, 0x0b, 6, 0, 0x10, 0, 0x10, 0, 0x0b
    };
    assertArrayEquals(expected, Files.readAllBytes(module));
  }

  @Test
  void keepsTheTextThatTheAssemblerRefuses() throws IOException {
    write("a.wat", "(func (each i 2 (no.such.instruction {i})))");
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> WatAssembly.main(new String[] {source.toString(), module.toString()}));
    assertTrue(refusal.getMessage().contains(source.toString()), refusal.getMessage());
    assertFalse(Files.exists(module));
    assertEquals(
        "(func (no.such.instruction 0)\n(no.such.instruction 1)\n)",
        Files.readString(module.resolveSibling("module.wasm.wat")));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(source.resolve(name), text);
  }
}
