package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.molweave.trainer.corpus.CleaningSettings.Fragments;
import io.github.molweave.trainer.corpus.CleaningSettings.Writing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class CorpusCleanerTest {

  /** What is kept, and what is reported of it. */
  private record Cleaned(List<String> molecules, CorpusReport report) {}

  private static Cleaned cleaned(CleaningSettings settings, String lines) throws Exception {
    return cleaned(settings, 3, lines);
  }

  private static Cleaned cleaned(CleaningSettings settings, int threads, String lines)
      throws Exception {
    List<String> molecules = new ArrayList<>();
    try (CorpusCleaner cleaner =
        new CorpusCleaner(null, settings, threads, molecules::add, more -> {})) {
      cleaner.read(CorpusFiles.text("a.smi", lines));
      return new Cleaned(molecules, cleaner.finish());
    }
  }

  /** Of 5,000 lines, so that a block is full, and every kind of line in it. */
  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    List<String> patterns =
        List.of(
            "OCC%s", "C%sCO", "C[C@H](N)C%s", "[Na+].CC%s(=O)[O-]", "C%s[Xx]", "c1cc%sccc1", "");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      String pattern = patterns.get(i % patterns.size());
      String chain = Integer.toString(2187 + i / 14, 3).substring(1);
      chain = chain.replace('0', 'C').replace('1', 'N').replace('2', 'O');
      lines.append(pattern.replace("%s", chain)).append('\n');
    }
    CleaningSettings settings =
        new CleaningSettings(1, 99, Set.of(), Fragments.LARGEST, Writing.CANONICAL);
    Cleaned alone = cleaned(settings, 1, lines.toString());
    assertTrue(alone.report().dropped().size() >= 3, alone.report().table());
    assertTrue(alone.molecules().size() > 1000, alone.report().table());
    for (int threads : new int[] {2, 5, 16}) {
      Cleaned shared = cleaned(settings, threads, lines.toString());
      assertEquals(alone.molecules(), shared.molecules());
      assertEquals(alone.report(), shared.report());
    }
  }

  @Test
  void looksAtMoleculesWithAsManyThreadsAsItIsGiven() throws Exception {
    Set<String> names = ConcurrentHashMap.newKeySet();
    CountDownLatch together = new CountDownLatch(2);
    ForkJoinPool pool = new ForkJoinPool(2);
    LineBlocks<Integer> blocks =
        new LineBlocks<>(pool, more -> {}) {
          @Override
          Integer look(String text) {
            names.add(Thread.currentThread().getName());
            together.countDown();
            try {
              assertTrue(together.await(30, TimeUnit.SECONDS), "the other thread never came");
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return text.length();
          }

          @Override
          void take(long line, String text, Integer found) {}

          @Override
          void takeBad(long line, DropReason reason, String detail) {}
        };
    for (int line = 1; line <= 64; line++) {
      blocks.molecule(line, "C");
    }
    blocks.flush();
    pool.shutdown();
    assertEquals(2, names.size(), names.toString());
  }

  @Test
  void keepsSpellingAndOrderAndTheFirstOfEqualMolecules() throws Exception {
    Cleaned cleaner =
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
    Cleaned cleaner =
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
  void refusesToEndWithNothing() {
    CleaningSettings settings = new CleaningSettings(9, 9, Set.of(), Fragments.ANY);
    assertThrows(CorpusException.class, () -> cleaned(settings, "CC\n"));
    assertThrows(CorpusException.class, () -> cleaned(settings, "\n"));
  }

  @Test
  void keepsTheLargestFragmentWithItsChargeAndSaysSo() throws Exception {
    Cleaned cleaned =
        cleaned(
            new CleaningSettings(1, 99, Set.of(), Fragments.LARGEST),
            "[Na+].CC(=O)[O-]\nCCN.Cl\nCCO\nC1.CCC1\nC1.CCC1.O\nClC.CCl\n[Co@OH5].C\n");
    assertEquals(List.of("CC(=O)[O-]", "CCN", "CCO", "CCCC", "ClC"), cleaned.molecules());
    assertEquals(Map.of(Remark.CUT, 4, Remark.CHARGED_BY_CUT, 1), cleaned.report().remarks());
  }

  @Test
  void namesWhatIsNoMoleculeByItsValences() throws Exception {
    Cleaned cleaned =
        cleaned(
            new CleaningSettings(1, 99, Set.of(), Fragments.ANY), "CC\nC(C)(C)(C)(C)C\nc1cccc1\n");
    assertEquals(List.of("CC"), cleaned.molecules());
    assertEquals(Map.of(DropReason.NO_MOLECULE, 2), cleaned.report().dropped());
  }

  @Test
  void writesSpellingsOfAMoleculeAlikeWhenAskedTo() throws Exception {
    CleaningSettings settings =
        new CleaningSettings(1, 99, Set.of(), Fragments.ANY, Writing.CANONICAL);
    List<String> one =
        cleaned(settings, "CC(=O)Oc1ccccc1C(=O)O\nN[C@@H](C)C([O-])=O\n").molecules();
    List<String> other =
        cleaned(settings, "OC(c1ccccc1OC(C)=O)=O\n[O-]C(=O)[C@@H](N)C\n").molecules();
    assertEquals(one, other);
  }

  @Test
  void passesOnAFailureOfTheOutput() {
    CorpusSource source = CorpusFiles.text("a.smi", "CC\n");
    try (CorpusCleaner cleaner =
        new CorpusCleaner(
            null,
            new CleaningSettings(1, 99, Set.of(), Fragments.ANY),
            1,
            smiles -> {
              throw new IOException("disk full");
            },
            more -> {})) {
      assertEquals(
          "disk full", assertThrows(IOException.class, () -> cleaner.read(source)).getMessage());
    }
  }

  @Test
  void keepsTheOrderOfManyLinesLookedAtAtOnce() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4300; i++) {
      String middle = Integer.toString(6561 + i, 3).substring(1);
      lines.add("F" + middle.replace('0', 'C').replace('1', 'N').replace('2', 'O') + "CCl");
    }
    List<String> twice = new ArrayList<>(lines);
    twice.addAll(lines.subList(0, 50));
    Cleaned cleaned =
        cleaned(new CleaningSettings(1, 999, Set.of(), Fragments.ANY), String.join("\n", twice));
    assertEquals(lines, cleaned.molecules());
    assertEquals(Map.of(DropReason.REPEATED_TEXT, 50), cleaned.report().dropped());
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
