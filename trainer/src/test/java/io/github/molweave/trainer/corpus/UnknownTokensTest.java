package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.corpus.CorpusException.Problem;
import io.github.molweave.trainer.corpus.VocabularyChoice.OfModel;
import io.github.molweave.trainer.corpus.VocabularyChoice.Strangers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A corpus for a model whose tokens stand in an order of their own. */
final class UnknownTokensTest {
  private static final Vocabulary MODEL =
      new Vocabulary(List.of("C", "[nH]", "$", "N", "^"), 4, 2, Vocabulary.NONE);
  private static final CorpusSource KNOWN = CorpusFiles.text("a.smi", "CN\nCC\n");
  private static final CorpusSource MIXED = CorpusFiles.text("b.smi", "CN\nC[NH]O\nOCO\nCC\nNS\n");

  private static TrainingData load(CorpusSource source, OnInvalid onInvalid, Strangers strangers)
      throws CorpusException {
    CorpusSettings settings = new CorpusSettings(null, onInvalid, 50, 1, 0);
    return CorpusLoader.load(
        List.of(source), List.of(), settings, new OfModel(MODEL, strangers), more -> {});
  }

  @Test
  void theModelsTokensAndIdsStandWhetherTheCorpusHasThemOrNot() throws Exception {
    for (Strangers strangers : Strangers.values()) {
      Corpus corpus = load(KNOWN, OnInvalid.FAIL, strangers).training();
      assertEquals(MODEL.tokens(), corpus.vocabulary().tokens());
      assertEquals(4, corpus.vocabulary().start());
      assertEquals(2, corpus.vocabulary().end());
      assertArrayEquals(new int[] {0, 3}, corpus.molecules().get(0));
    }
  }

  @Test
  void tokensThatTheModelLacksAreNamedCountedAndPlaced() {
    CorpusException thrown =
        assertThrows(CorpusException.class, () -> load(MIXED, OnInvalid.FAIL, Strangers.REFUSED));
    assertEquals(Problem.UNKNOWN_TOKENS, thrown.problem());
    assertEquals(
        """
        3 molecules have tokens that the model of --init does not know:
          'O' 3 times, first on b.smi line 2; the model knows C N [nH]
          'S' once, on b.smi line 5; the model knows C N [nH]
          '[NH]' once, on b.smi line 2; the model knows [nH] N C
        Add them to the model with --extend-vocabulary, or leave these molecules out with \
        --on-invalid skip.""",
        thrown.getMessage());
  }

  @Test
  void theirMoleculesAreLeftOutWhenThatIsAskedFor() throws Exception {
    TrainingData data = load(MIXED, OnInvalid.SKIP, Strangers.REFUSED);
    assertEquals(2, data.training().size());
    assertEquals(Map.of(DropReason.UNKNOWN_TO_MODEL, 3), data.report().dropped());
  }

  @Test
  void theyGetTheIdsAfterTheModelsOwnWhenThatIsAskedFor() throws Exception {
    Corpus corpus = load(MIXED, OnInvalid.FAIL, Strangers.ADDED).training();
    assertEquals(
        List.of("C", "[nH]", "$", "N", "^", "O", "S", "[NH]"), corpus.vocabulary().tokens());
    assertEquals(5, corpus.size());
    assertArrayEquals(new int[] {0, 7, 5}, corpus.molecules().get(1));
  }
}
