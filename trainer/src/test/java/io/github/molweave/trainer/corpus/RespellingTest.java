package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RespellingTest {
  private static final List<String> MOLECULES =
      List.of(
          "CC(=O)Oc1ccccc1C(=O)O",
          "CN1CC[C@]23c4c5ccc(O)c4O[C@H]2[C@@H](O)C=C[C@H]3[C@H]1C5",
          "C/C=C/C(=O)N[C@@H](C)CO",
          "O=C([O-])CC[NH3+]",
          "Clc1ccc(Br)cc1",
          "CC");

  private static TrainingData load(Notation notation, int spellings, int maxLength)
      throws CorpusException {
    CorpusSettings settings =
        new CorpusSettings(null, OnInvalid.FAIL, maxLength, 1, 0, notation, spellings);
    CorpusSource source = CorpusFiles.text("a.smi", String.join("\n", MOLECULES));
    return CorpusLoader.load(List.of(source), List.of(), settings);
  }

  private static String form(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    return CanonicalForm.of(((Reading.Understood) reading).molecule()).idcode();
  }

  @ParameterizedTest
  @EnumSource
  void everyEpochHasTheSameMoleculesInOtherSpellings(Notation notation) throws Exception {
    Corpus corpus = load(notation, 5, 200).training();
    List<Set<String>> spellings = new ArrayList<>();
    MOLECULES.forEach(molecule -> spellings.add(new HashSet<>()));
    for (int epoch = 0; epoch < 5; epoch++) {
      Corpus spelled = Respelling.of(corpus, 7, epoch);
      assertEquals(MOLECULES.size(), spelled.size());
      for (int i = 0; i < spelled.size(); i++) {
        assertEquals(form(MOLECULES.get(i)), form(spelled.smiles(i)), spelled.smiles(i));
        spellings.get(i).add(spelled.smiles(i));
      }
    }
    // A corpus of six molecules does not teach all symbols of SELFIES that others need.
    int expected = notation == Notation.SMILES ? 5 : 3;
    assertTrue(spellings.get(1).size() >= expected, "spellings of morphine");
    assertTrue(spellings.get(1).contains(corpus.smiles(1)), "one of them as it was read");
    Corpus again = Respelling.of(corpus, 7, 5);
    Corpus first = Respelling.of(corpus, 7, 0);
    for (int i = 0; i < again.size(); i++) {
      assertArrayEquals(first.molecules().get(i), again.molecules().get(i), "turns come round");
    }
  }

  @Test
  void dependsOnTheSeedAlone() throws Exception {
    Corpus corpus = load(Notation.SMILES, 5, 200).training();
    Corpus one = Respelling.of(corpus, 7, 2);
    assertArrayEquals(one.molecules().toArray(), Respelling.of(corpus, 7, 2).molecules().toArray());
    List<String> texts = texts(one);
    assertNotEquals(texts, texts(Respelling.of(corpus, 8, 2)));
  }

  private static List<String> texts(Corpus corpus) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < corpus.size(); i++) {
      texts.add(corpus.smiles(i));
    }
    return texts;
  }

  @Test
  void leavesEverythingAsReadWhenThereIsOneSpelling() throws Exception {
    Corpus corpus = load(Notation.SMILES, 1, 200).training();
    assertSame(corpus, Respelling.of(corpus, 7, 3));
    assertEquals(MOLECULES, texts(corpus));
  }

  @Test
  void theVocabularyHasEveryTokenThatOtherSpellingsNeed() throws Exception {
    Vocabulary plain = load(Notation.SMILES, 1, 200).training().vocabulary();
    Vocabulary more = load(Notation.SMILES, 3, 200).training().vocabulary();
    assertTrue(more.tokens().containsAll(plain.tokens()));
    assertTrue(more.id("[C@@]") != Vocabulary.NONE, "the other hand of morphine's [C@]");
    assertEquals(Vocabulary.NONE, plain.id("[C@@]"));
    assertTrue(more.id("\\") != Vocabulary.NONE, "the other slant");
  }

  @Test
  void usesNoSpellingThatIsTooLong() throws Exception {
    int longest = Notation.SMILES.split(MOLECULES.get(1)).size();
    Corpus corpus = load(Notation.SMILES, 9, longest).training();
    for (int epoch = 0; epoch < 9; epoch++) {
      Corpus spelled = Respelling.of(corpus, 1, epoch);
      for (int i = 0; i < spelled.size(); i++) {
        assertTrue(spelled.length(i) <= longest);
      }
    }
  }

  @Test
  void refusesNumbersOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new Respelling(0, 10));
    assertThrows(IllegalArgumentException.class, () -> new Respelling(1001, 10));
  }
}
