package io.github.molweave.mask;

import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.TokenIds;
import io.github.molweave.tokens.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Vocabularies for tests: START is 0, END is 1, the tokens follow. */
final class Vocabularies {
  /** The tokens of ZINC 250k, without START and END. */
  static final String[] ZINC =
      ("# ( ) - / 1 2 3 4 5 6 7 8 = Br C Cl F I N O P S [C@@H] [C@@] [C@H] [C@] [CH-] [CH2-] [N+]"
              + " [N-] [NH+] [NH-] [NH2+] [NH3+] [O+] [O-] [OH+] [P+] [P@@H] [P@@] [P@] [PH+] [PH2]"
              + " [PH] [S+] [S-] [S@@+] [S@@] [S@] [SH+] [n+] [n-] [nH+] [nH] [o+] [s+] \\ c n o s")
          .split(" ", -1);

  private Vocabularies() {}

  static Vocabulary of(String... tokens) {
    List<String> all = new ArrayList<>(List.of(Vocabulary.START, Vocabulary.END));
    all.addAll(List.of(tokens));
    return new Vocabulary(all, 0, 1, Vocabulary.NONE);
  }

  static MoleculeMask mask(int maxLength, String... tokens) {
    return new MoleculeMask(MaskVocabulary.of(of(tokens)), maxLength);
  }

  /** A mask over ZINC's tokens after the tokens of {@code prefix}. */
  static MoleculeMask zincAfter(int maxLength, String prefix) {
    MoleculeMask mask = mask(maxLength, ZINC);
    for (int id : TokenIds.encode(of(ZINC), Notation.SMILES, prefix)) {
      mask.append(id);
    }
    return mask;
  }

  /** The tokens that {@code mask} allows, END as {@code $}, blanks between. */
  static String allowed(MoleculeMask mask, Vocabulary vocabulary) {
    StringBuilder allowed = new StringBuilder();
    for (int id = 0; id < vocabulary.size(); id++) {
      if (mask.allows(id)) {
        allowed.append(allowed.length() > 0 ? " " : "");
        allowed.append(id == vocabulary.end() ? "$" : vocabulary.token(id));
      }
    }
    return allowed.toString();
  }
}
