package io.github.molweave.trainer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileReplacementTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void leavesTheNewFileAndNothingElse() throws IOException {
    Path target = folder.resolve("a.txt");
    Files.writeString(target, "old");
    FileReplacement.write(target, out -> out.write(new byte[] {7, 7}));
    assertArrayEquals(new byte[] {7, 7}, Files.readAllBytes(target));
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void keepsTheOldFileWhenWritingFails() throws IOException {
    Path target = folder.resolve("a.txt");
    Files.writeString(target, "old");
    assertThrows(
        IOException.class,
        () ->
            FileReplacement.write(
                target,
                out -> {
                  out.write(new byte[] {7, 7});
                  throw new IOException("disk full");
                }));
    assertEquals("old", Files.readString(target));
    assertEquals(List.of("a.txt"), names());
  }

  @Test
  void letsOthersReadWhatTheyCouldReadOfAnyNewFile() throws IOException {
    Path usual = Files.createFile(folder.resolve("usual"));
    Path target = folder.resolve("a.txt");
    FileReplacement.write(target, new byte[] {1});
    assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(target));
  }
}
