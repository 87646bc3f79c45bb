package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.molweave.tokens.Notation;
import io.github.molweave.trainer.corpus.CorpusException.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CorpusLoaderTest {
  private static final CorpusSource BAD =
      CorpusFiles.text("bad.smi", "CCO\nCC[Xx]\nC(C\nCCN\nhello\n");

  private static CorpusSettings settings(OnInvalid onInvalid, int maxLength, int minCount) {
    return new CorpusSettings(null, onInvalid, maxLength, minCount, 0);
  }

  private static TrainingData load(CorpusSource source, CorpusSettings settings)
      throws CorpusException {
    return CorpusLoader.load(List.of(source), List.of(), settings);
  }

  private static Problem problemOf(CorpusSource source, CorpusSettings settings) {
    return assertThrows(CorpusException.class, () -> load(source, settings)).problem();
  }

  @Test
  void numbersStartEndAndThenTheSortedTokens() throws Exception {
    TrainingData data =
        load(CorpusFiles.text("a.smi", "C[NH3+]\nCCl\n"), settings(OnInvalid.FAIL, 10, 1));
    Corpus corpus = data.training();
    assertEquals(List.of("<start>", "<end>", "C", "Cl", "[NH3+]"), corpus.vocabulary().tokens());
    assertEquals(0, corpus.vocabulary().start());
    assertEquals(1, corpus.vocabulary().end());
    assertArrayEquals(new int[] {2, 4}, corpus.molecules().get(0));
    assertArrayEquals(new int[] {2, 3}, corpus.molecules().get(1));
    assertEquals(6, corpus.predictions());
  }

  @Test
  void skipsBadLinesAndCountsThem() throws Exception {
    TrainingData data = load(BAD, settings(OnInvalid.SKIP, 10, 1));
    assertEquals(2, data.training().size());
    assertEquals(
        Map.of(DropReason.UNKNOWN_ELEMENT, 2, DropReason.NOT_SMILES, 1), data.report().dropped());
    assertEquals(5, data.report().read());
    assertTrue(
        data.report()
            .table()
            .contains(
                "bad.smi line 2: unknown element: 'Xx' is no element (character 4) in 'CC[Xx]'"),
        data.report().table());
  }

  @Test
  void failsOnBadLinesAfterCountingAllOfThem() {
    CorpusException thrown =
        assertThrows(CorpusException.class, () -> load(BAD, settings(OnInvalid.FAIL, 10, 1)));
    assertEquals(Problem.BAD_LINES, thrown.problem());
    assertTrue(thrown.getMessage().startsWith("3 bad lines"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("bad.smi line 3"), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("--on-invalid skip"), thrown.getMessage());
  }

  @Test
  void dropsMoleculesLongerThanAsked() throws Exception {
    TrainingData data =
        load(CorpusFiles.text("a.smi", "CCCC\nCCC\nBrCBr\n"), settings(OnInvalid.FAIL, 3, 1));
    assertEquals(2, data.training().size());
    assertEquals(Map.of(DropReason.TOO_MANY_TOKENS, 1), data.report().dropped());
  }

  @Test
  void dropsMoleculesWithTokensRarerThanAsked() throws Exception {
    TrainingData data =
        load(CorpusFiles.text("a.smi", "CC\nCN\nCI\nNC\n"), settings(OnInvalid.FAIL, 9, 2));
    assertEquals(3, data.training().size());
    assertEquals(Map.of(DropReason.RARE_TOKEN, 1), data.report().dropped());
    assertEquals(List.of("<start>", "<end>", "C", "N"), data.training().vocabulary().tokens());
  }

  @Test
  void dropsValidationMoleculesWithTokensThatTrainingNeverSees() throws Exception {
    TrainingData data =
        CorpusLoader.load(
            List.of(CorpusFiles.text("a.smi", "CC\nCN\n")),
            List.of(CorpusFiles.text("v.smi", "CS\nCCN\n")),
            CorpusSettings.defaults());
    assertEquals(2, data.training().size());
    assertEquals(1, data.validation().size());
    assertEquals(Map.of(DropReason.UNSEEN_TOKEN, 1), data.report().dropped());
    assertEquals("v.smi", data.report().examples().get(0).source());
    assertEquals(1, data.report().examples().get(0).line());
    assertEquals(CorpusReport.Part.VALIDATION, data.report().sources().get(1).part());
  }

  @Test
  void holdsMoleculesOutByTheirTextWhateverElseIsRead() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 2000; i++) {
      lines.add("C".repeat(1 + i % 50) + "N".repeat(i / 50));
    }
    CorpusSettings settings = CorpusSettings.defaults();
    TrainingData half =
        load(CorpusFiles.text("a.smi", String.join("\n", lines.subList(0, 1000))), settings);
    TrainingData all = load(CorpusFiles.text("a.smi", String.join("\n", lines)), settings);
    assertEquals(2000, all.training().size() + all.validation().size());
    assertTrue(all.validation().size() > 50 && all.validation().size() < 150);
    for (int i = 0; i < half.validation().size(); i++) {
      assertArrayEquals(half.validation().molecules().get(i), all.validation().molecules().get(i));
    }
  }

  @Test
  void countsValidationMoleculesThatAreAlsoTrainedOnHoweverSpelled() throws Exception {
    for (Notation notation : Notation.values()) {
      CorpusSettings settings = new CorpusSettings(null, OnInvalid.FAIL, 99, 1, 0, notation, 1);
      TrainingData data =
          CorpusLoader.load(
              List.of(CorpusFiles.text("a.smi", "CCO\nOc1ccccc1\nCCN\nC[C@H](N)O\nC=CC\n")),
              List.of(CorpusFiles.text("v.smi", "OCC\nc1ccccc1O\nCCC\nC[C@@H](N)O\nCCO\n")),
              settings);
      assertEquals(Map.of(Remark.IN_BOTH, 3), data.report().remarks());
      assertTrue(data.report().table().contains("3  WARNING: "), data.report().table());
    }
  }

  @Test
  void holdsOutSpellingsOfAMoleculeTogether() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i < 200; i++) {
      lines.append("N".repeat(i % 20)).append("C".repeat(1 + i / 20)).append("O\n");
      lines.append("O").append("C".repeat(1 + i / 20)).append("N".repeat(i % 20)).append("\n");
    }
    CorpusSettings settings = new CorpusSettings(null, OnInvalid.FAIL, 99, 1, 0.3);
    TrainingData data = load(CorpusFiles.text("a.smi", lines.toString()), settings);
    Set<String> learned = new HashSet<>();
    for (int i = 0; i < data.training().size(); i++) {
      learned.add(data.training().smiles(i));
    }
    assertTrue(data.validation().size() > 40);
    for (int i = 0; i < data.validation().size(); i++) {
      String other = new StringBuilder(data.validation().smiles(i)).reverse().toString();
      assertFalse(learned.contains(other), other);
    }
  }

  @Test
  void namesMoreTokensThanAModelCanKnow() {
    StringBuilder lines = new StringBuilder();
    for (int map = 1; map <= 5000; map++) {
      lines.append("[CH4:").append(map).append("]\n");
    }
    CorpusSource maps = CorpusFiles.text("maps.smi", lines.toString());
    assertEquals(Problem.VOCABULARY, problemOf(maps, settings(OnInvalid.FAIL, 10, 1)));
  }

  @Test
  void leavesOutAndCountsWhatSelfiesCannotSay() throws Exception {
    CorpusSettings settings =
        new CorpusSettings(null, OnInvalid.FAIL, 99, 1, 0, Notation.SELFIES, 1);
    TrainingData data = load(CorpusFiles.text("a.smi", "CCO\nC*\nCC\n"), settings);
    assertEquals(Map.of(DropReason.NOT_SELFIES, 1), data.report().dropped());
    assertEquals(List.of("<start>", "<end>", "[C]", "[O]"), data.training().vocabulary().tokens());
    assertEquals("CCO", data.training().smiles(0));
    assertTrue(data.report().table().contains("line 2"), data.report().table());
  }

  @Test
  void holdsOutOneOfVeryFew() throws Exception {
    CorpusSettings settings = new CorpusSettings(null, OnInvalid.FAIL, 9, 1, 0.000001);
    TrainingData data = load(CorpusFiles.text("a.smi", "CC\nCCC\nCCCC\n"), settings);
    assertEquals(2, data.training().size());
    assertEquals(1, data.validation().size());
    assertEquals(1, load(CorpusFiles.text("a.smi", "CC\n"), settings).training().size());
  }

  @Test
  void refusesAnEmptyFile() {
    CorpusSettings settings = CorpusSettings.defaults();
    assertEquals(Problem.EMPTY, problemOf(CorpusFiles.text("a.smi", ""), settings));
    assertEquals(Problem.EMPTY, problemOf(CorpusFiles.text("a.smi", "\n \r\n"), settings));
    assertEquals(Problem.EMPTY, problemOf(CorpusFiles.text("a.csv", "smiles,id\n"), settings));
  }

  @Test
  void refusesACorpusOfWhichNothingIsLeft() {
    CorpusSource names = CorpusFiles.text("names.txt", "aspirin\ncaffeine\n");
    CorpusException thrown =
        assertThrows(CorpusException.class, () -> load(names, settings(OnInvalid.SKIP, 10, 1)));
    assertEquals(Problem.NOTHING_LEFT, thrown.problem());
    assertTrue(thrown.getMessage().contains("2 dropped: unknown element"), thrown.getMessage());
  }

  @Test
  void writesTheReportAsJson() throws Exception {
    String json = load(BAD, settings(OnInvalid.SKIP, 10, 1)).report().json();
    JsonObject report = JsonParser.parseString(json).getAsJsonObject();
    assertEquals(2, report.get("training").getAsInt());
    assertEquals(2, report.getAsJsonObject("dropped").get("unknown-element").getAsInt());
    JsonObject source = report.getAsJsonArray("sources").get(0).getAsJsonObject();
    assertEquals("bad.smi", source.get("name").getAsString());
    assertEquals(5, source.get("read").getAsInt());
    assertEquals(
        2, report.getAsJsonArray("examples").get(0).getAsJsonObject().get("line").getAsInt());
  }
}
