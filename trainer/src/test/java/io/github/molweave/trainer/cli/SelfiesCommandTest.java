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
  void theTextsTellTheDirectionWhereTheyCan() {
    CommandRun there = CommandRun.of("selfies", "CCO", "[NH4+].[Cl-]", "[O-]C");
    assertEquals(0, there.exitCode(), there.err());
    assertEquals("[C][C][O]", there.out().lines().findFirst().orElseThrow());
    assertTrue(there.err().contains("Reading SMILES."), there.err());
    CommandRun back = CommandRun.of("selfies", "[C][=O]", "[C].[C]");
    assertEquals("C=O\nC.C\n", back.out());
    assertTrue(back.err().contains("Reading SELFIES."), back.err());
    for (String[] unclear : new String[][] {{"[C][C]"}, {"[Na+].[Cl-]"}, {"C", "[C][=C]"}}) {
      Object[] words = new Object[unclear.length + 1];
      words[0] = "selfies";
      System.arraycopy(unclear, 0, words, 1, unclear.length);
      CommandRun run = CommandRun.of(words);
      assertEquals(2, run.exitCode(), unclear[0]);
      assertTrue(run.err().contains("--encode to read SMILES"), run.err());
    }
  }

  @Test
  void wantsOneDirectionAtMostAndOneSourceOfMolecules() {
    assertEquals(2, CommandRun.of("selfies", "--encode", "--decode", "C").exitCode());
    assertEquals(2, CommandRun.of("selfies", "--encode").exitCode());
    assertEquals(2, CommandRun.of("selfies", "--encode", "--in", "a.smi", "C").exitCode());
  }
}
