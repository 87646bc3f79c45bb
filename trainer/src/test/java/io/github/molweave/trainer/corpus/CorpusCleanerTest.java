package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.molweave.trainer.corpus.CleaningSettings.Fragments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CorpusCleanerTest {

  private static CorpusCleaner cleaned(CleaningSettings settings, String lines)
      throws CorpusException {
    CorpusCleaner cleaner = new CorpusCleaner(null, settings);
    cleaner.read(CorpusFiles.text("a.smi", lines));
    return cleaner;
  }

  @Test
  void keepsSpellingAndOrderAndTheFirstOfEqualMolecules() throws Exception {
    CorpusCleaner cleaner =
        cleaned(
            new CleaningSettings(1, 100, Set.of(), Fragments.ANY),
            "OCC\nCCO\nc1ccccc1\nOCC\nC1=CC=CC=C1\nC[C@H](N)O\nC[C@@H](N)O\nhello\n");
    assertEquals(List.of("OCC", "c1ccccc1", "C[C@H](N)O", "C[C@@H](N)O"), cleaner.molecules());
    assertEquals(
        Map.of(
            DropReason.REPEATED_MOLECULE,
            2,
            DropReason.REPEATED_TEXT,
            1,
            DropReason.UNKNOWN_ELEMENT,
            1),
        cleaner.report().dropped());
  }

  @Test
  void dropsSaltsLengthsAndElementsThatAreNotWanted() throws Exception {
    CorpusCleaner cleaner =
        cleaned(
            new CleaningSettings(3, 5, Set.of("C", "N", "Cl"), Fragments.ONE),
            "CCN\nCC\nCCCCCC\nCN.Cl\nCCO\nC[NH2+]C\nC[Se]C\nCC[13CH3]\nCC*\n");
    assertEquals(List.of("CCN", "C[NH2+]C", "CC[13CH3]"), cleaner.molecules());
    assertEquals(
        Map.of(
            DropReason.TOO_FEW_TOKENS,
            1,
            DropReason.TOO_MANY_TOKENS,
            1,
            DropReason.SEVERAL_FRAGMENTS,
            1,
            DropReason.UNWANTED_ELEMENT,
            3),
        cleaner.report().dropped());
  }

  @Test
  void refusesToEndWithNothing() throws Exception {
    CorpusCleaner cleaner = cleaned(new CleaningSettings(9, 9, Set.of(), Fragments.ANY), "CC\n");
    assertThrows(CorpusException.class, cleaner::molecules);
  }

  @Test
  void refusesElementsThatDoNotExist() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CleaningSettings(1, 9, Set.of("Xx"), Fragments.ANY));
  }

  /** The whole of it takes a minute; docs/datasets/pubchem.md has the command. */
  @Test
  void shipsABuiltInCorpusOfWhichItWouldDropNothing() throws Exception {
    CleaningSettings settings =
        new CleaningSettings(
            12, 80, Set.of("C", "N", "O", "S", "P", "F", "Cl", "Br", "I", "B"), Fragments.ONE);
    List<String> lines = new ArrayList<>();
    String sha256 =
        new CorpusReader(null)
            .read(
                CorpusSource.builtIn(),
                new CorpusReader.Sink() {
                  @Override
                  public void molecule(long line, String text) {
                    lines.add(text);
                  }

                  @Override
                  public void bad(long line, DropReason reason, String detail) {
                    fail(detail);
                  }
                });
    assertEquals(87_839, lines.size());
    String card = Files.readString(Path.of("../docs/datasets/pubchem.md"));
    assertTrue(card.contains(sha256), sha256);
    List<String> some = lines.subList(0, 2000);
    assertEquals(some, cleaned(settings, String.join("\n", some)).molecules());
  }
}
