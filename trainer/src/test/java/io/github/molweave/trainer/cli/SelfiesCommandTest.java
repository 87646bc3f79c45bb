package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelfiesCommandTest {
  @TempDir private Path folder;

  @Test
  void translatesBothWaysALineEach() {
    CommandRun there = CommandRun.of("selfies", "--encode", "CCO", "C(=O)N");
    assertEquals(0, there.exitCode(), there.err());
    assertEquals("[C][C][O]\n[C][=Branch1][C][=O][N]\n", there.out());
    CommandRun back = CommandRun.of("selfies", "--decode", "[C][=Branch1][C][=O][N]");
    assertEquals("C(=O)N\n", back.out());
  }

  @Test
  void knowsBothVersionsAndNoThird() {
    CommandRun first = CommandRun.of("selfies", "--encode", "--selfies-version", 1, "C(=O)[NH3+]");
    assertEquals("[C][Branch1_2][C][=O][NH3+expl]\n", first.out());
    CommandRun third = CommandRun.of("selfies", "--encode", "--selfies-version", 3, "C");
    assertEquals(2, third.exitCode());
    assertTrue(third.err().contains("version 1 and version 2, not '3'"), third.err());
  }

  @Test
  void namesWhatItCannotTranslateWithItsPlaceAndId() throws IOException {
    Path list = Files.writeString(folder.resolve("a.smi"), "CCO\nCC(\n");
    Path out = folder.resolve("a.txt");
    CommandRun run = CommandRun.of("selfies", "--encode", "--in", list, "--out", out);
    assertEquals(3, run.exitCode(), run.err());
    assertTrue(run.err().contains("a.smi line 2: it is no SMILES"), run.err());
    assertTrue(run.err().contains("(character 3) [selfies-bad-smiles]"), run.err());
    assertTrue(run.err().contains("#cli-not-translated"), run.err());
    assertFalse(Files.exists(out), "nothing half-written");

    CommandRun skipping =
        CommandRun.of("selfies", "--encode", "--in", list, "--on-invalid", "skip", "--out", out);
    assertEquals(0, skipping.exitCode(), skipping.err());
    assertTrue(skipping.err().startsWith("Skipped: 1 molecule cannot"), skipping.err());
    assertEquals("[C][C][O]\n", Files.readString(out));
  }

  @Test
  void wantsOneDirectionAndOneSourceOfMolecules() {
    assertEquals(2, CommandRun.of("selfies", "C").exitCode());
    assertEquals(2, CommandRun.of("selfies", "--encode", "--decode", "C").exitCode());
    assertEquals(2, CommandRun.of("selfies", "--encode").exitCode());
    assertEquals(2, CommandRun.of("selfies", "--encode", "--in", "a.smi", "C").exitCode());
  }
}
