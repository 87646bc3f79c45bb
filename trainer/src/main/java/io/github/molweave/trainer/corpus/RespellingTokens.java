package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.SmilesTokenizer;
import io.github.molweave.trainer.spelling.RandomSpelling;
import io.github.molweave.trainer.spelling.SpelledMolecule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tokens that other spellings of the molecules need beside those they were read with.
 *
 * <p>For SMILES they are known without trying: the other hand of each stereo mark, the other slant,
 * brackets, and ring numbers, of which as many are taken as a molecule has rings, at most nine. For
 * SELFIES some spellings of each molecule are looked at. A spelling that needs more all the same is
 * not used.
 */
final class RespellingTokens {
  private static final int MOST_RING_DIGITS = 9;
  private static final int LOOKED_AT = 4;

  private final CorpusSettings settings;
  private final Set<String> tokens = new TreeSet<>();
  private int rings;
  private int branched;
  private int notRespelled;

  RespellingTokens(CorpusSettings settings) {
    this.settings = settings;
  }

  /** One more molecule to learn from. */
  void molecule(LoadedMolecules molecules, int index) {
    if (settings.spellings() == 1) {
      return;
    }
    String smiles = Respelling.smilesOf(molecules.text(index), settings.notation());
    SpelledMolecule molecule = SpelledMolecule.read(smiles);
    if (molecule == null) {
      notRespelled++;
    } else if (settings.notation() == Notation.SELFIES) {
      for (int other = 0; other < Math.min(LOOKED_AT, settings.spellings() - 1); other++) {
        String spelling = RandomSpelling.of(molecule, (long) index * LOOKED_AT + other);
        if (spelling != null) {
          tokens.addAll(Respelling.tokens(spelling, Notation.SELFIES));
        }
      }
    } else {
      rings = Math.max(rings, molecule.rings());
      branched += molecule.size() > 2 ? 1 : 0;
    }
  }

  /** How many molecules have no other spelling. */
  int notRespelled() {
    return notRespelled;
  }

  /** Completes the tokens as read. */
  void addTo(Set<String> read) {
    if (settings.spellings() == 1) {
      return;
    }
    if (settings.notation() == Notation.SMILES) {
      for (String token : read) {
        addOther(token);
      }
      for (int ring = 1; ring <= Math.min(rings, MOST_RING_DIGITS); ring++) {
        tokens.add(Integer.toString(ring));
      }
      if (branched > 0) {
        tokens.addAll(List.of("(", ")"));
      }
    }
    read.addAll(tokens);
  }

  private void addOther(String token) {
    if (token.equals("/") || token.equals("\\")) {
      tokens.addAll(List.of("/", "\\"));
    } else if (token.startsWith("[")) {
      boolean two = token.contains("@@");
      tokens.addAll(
          SmilesTokenizer.split(two ? token.replace("@@", "@") : token.replace("@", "@@")));
    }
  }
}
