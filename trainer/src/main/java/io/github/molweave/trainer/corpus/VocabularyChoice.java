package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Where the ids of a corpus come from. */
public sealed interface VocabularyChoice {
  /** START, END, then the tokens of the molecules to learn from. */
  VocabularyChoice FROM_CORPUS = new FromCorpus();

  /** The ids of {@code tokens}, which are those of the molecules to learn from. */
  Vocabulary of(SortedSet<String> tokens);

  /** See {@link #FROM_CORPUS}. */
  record FromCorpus() implements VocabularyChoice {
    @Override
    public Vocabulary of(SortedSet<String> tokens) {
      List<String> all = new ArrayList<>(List.of(Vocabulary.START, Vocabulary.END));
      all.addAll(tokens);
      return new Vocabulary(all, 0, 1, Vocabulary.NONE);
    }
  }

  /**
   * The ids of a model that is trained on: all of them, whether the corpus has these tokens or not.
   *
   * @param vocabulary of the model
   * @param strangers what becomes of tokens that it does not have
   */
  record OfModel(Vocabulary vocabulary, Strangers strangers) implements VocabularyChoice {
    @Override
    public Vocabulary of(SortedSet<String> tokens) {
      if (strangers == Strangers.REFUSED) {
        return vocabulary;
      }
      List<String> all = new ArrayList<>(vocabulary.tokens());
      for (String token : tokens) {
        if (vocabulary.id(token) == Vocabulary.NONE) {
          all.add(token);
        }
      }
      return new Vocabulary(all, vocabulary.start(), vocabulary.end(), vocabulary.maskToken());
    }
  }

  /** Tokens of a corpus that a model does not have. */
  enum Strangers {
    /** Molecules with one are invalid lines: {@link OnInvalid} decides. */
    REFUSED,
    /** They get the ids after the model's own. */
    ADDED
  }
}
