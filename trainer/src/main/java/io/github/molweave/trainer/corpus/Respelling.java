package io.github.molweave.trainer.corpus;

import io.github.molweave.selfies.Selfies;
import io.github.molweave.selfies.SelfiesVersion;
import io.github.molweave.selfies.Translation;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.spelling.RandomSpelling;
import io.github.molweave.trainer.spelling.SpelledMolecule;
import io.github.molweave.trainer.spelling.SplitMix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which spellings of a molecule a run learns from. Each molecule has {@code spellings} of them: the
 * one that was read, and others with its atoms in random order. In epoch after epoch they take
 * turns, each molecule beginning at another one, so that every epoch is a mixture.
 *
 * <p>Determinism: the spelling of a molecule is a function of seed, epoch, its number and its text.
 *
 * @param spellings of each molecule, 1..1000; 1 leaves everything as read
 * @param mostTokens a spelling with more tokens is not used
 */
public record Respelling(int spellings, int mostTokens) {
  /** Everything as it was read. */
  public static final Respelling NONE = new Respelling(1, TokenSequences.MOST_IDS - 1);

  /** How often a spelling is drawn anew when it is too long or needs an unknown token. */
  private static final int ATTEMPTS = 8;

  private static final int MOST_SPELLINGS = 1000;
  private static final int BLOCK = 8192;

  /** Checks the ranges. */
  public Respelling {
    if (spellings < 1 || spellings > MOST_SPELLINGS) {
      throw new IllegalArgumentException(
          "augment must be 1.." + MOST_SPELLINGS + ", not " + spellings);
    }
  }

  /**
   * {@code corpus} as epoch {@code epoch} sees it: the same molecules in the same order. Uses all
   * processors; the result does not depend on their number.
   */
  public static Corpus of(Corpus corpus, long seed, int epoch) {
    Respelling respelling = corpus.respelling();
    if (respelling.spellings == 1) {
      return corpus;
    }
    TokenSequences spelled = new TokenSequences();
    for (int from = 0; from < corpus.size(); from += BLOCK) {
      int to = Math.min(corpus.size(), from + BLOCK);
      List<int[]> block =
          IntStream.range(from, to)
              .parallel()
              .mapToObj(molecule -> respelling.spell(corpus, molecule, seed, epoch))
              .toList();
      spelled.addAll(block);
    }
    return new Corpus(corpus.vocabulary(), corpus.notation(), respelling, spelled);
  }

  private int[] spell(Corpus corpus, int molecule, long seed, int epoch) {
    int[] asRead = corpus.molecules().get(molecule);
    long key = SplitMix.mixed(seed * 0x9e3779b97f4a7c15L + molecule);
    int turn = (int) ((Long.remainderUnsigned(key, spellings) + epoch) % spellings);
    if (turn == 0) {
      return asRead;
    }
    SpelledMolecule known = SpelledMolecule.read(corpus.smiles(molecule));
    for (int attempt = 0; known != null && attempt < ATTEMPTS; attempt++) {
      String smiles = RandomSpelling.of(known, key + (long) turn * ATTEMPTS + attempt);
      int[] ids = smiles == null ? null : ids(smiles, corpus);
      if (ids != null && ids.length <= mostTokens) {
        return ids;
      }
    }
    return asRead;
  }

  /** The tokens of {@code smiles} in {@code notation}; none when that cannot say it. */
  static List<String> tokens(String smiles, Notation notation) {
    return switch (notation) {
      case SMILES -> notation.split(smiles);
      case SELFIES -> notation.split(translated(Selfies.encode(smiles, SelfiesVersion.TWO)));
    };
  }

  /** The SMILES of a text of the corpus. */
  static String smilesOf(String text, Notation notation) {
    return switch (notation) {
      case SMILES -> text;
      case SELFIES -> translated(Selfies.decode(text, SelfiesVersion.TWO));
    };
  }

  private static String translated(Translation translation) {
    return translation instanceof Translation.Translated found ? found.text() : "";
  }

  /** Null when a token is not in the vocabulary. */
  private static int[] ids(String smiles, Corpus corpus) {
    List<String> tokens = tokens(smiles, corpus.notation());
    int[] ids = new int[tokens.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = corpus.vocabulary().id(tokens.get(i));
      if (ids[i] == Vocabulary.NONE) {
        return null;
      }
    }
    return ids.length == 0 ? null : ids;
  }
}
