package io.github.molweave.mask;

import io.github.molweave.smiles.SmilesToken;
import io.github.molweave.smiles.SmilesToken.Kind;
import io.github.molweave.tokens.Vocabulary;

/**
 * A vocabulary's tokens as the mask understands them: read once for a run. Immutable; any number of
 * {@link MoleculeMask}s may share it.
 *
 * <p>The tokens are taken as SMILES. One that is not exactly one token of SMILES, START and the
 * mask token are never allowed.
 */
public final class MaskVocabulary {
  static final int NONE = Vocabulary.NONE;

  /** Elements by their use for filling a gap: many bonds first, common ones first. */
  private static final int[] BY_USE = {6, 7, 8, 16, 15, 5, 14, 34};

  final Vocabulary vocabulary;
  final int branchOpen;
  final int branchClose;
  final int dot;
  final int doubleBond;

  /** Atoms in capitals, the most useful for filling a gap first. */
  final int[] plainAtoms;

  /** Atoms in lower case that take a double bond in a ring, such as c. */
  final int[] pairedAtoms;

  /** Atoms in lower case that take no double bond in a ring, such as o. */
  final int[] loneAtoms;

  /** Ring numbers, the lowest first. */
  final int[] rings;

  private final SmilesToken[] tokens;

  private MaskVocabulary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    tokens = new SmilesToken[vocabulary.size()];
    for (int id = 0; id < tokens.length; id++) {
      tokens[id] = vocabulary.isText(id) ? SmilesToken.of(vocabulary.token(id)) : null;
    }
    branchOpen = first(Kind.BRANCH_OPEN);
    branchClose = first(Kind.BRANCH_CLOSE);
    dot = first(Kind.DOT);
    doubleBond = doubleBond();
    plainAtoms = ranked(Role.PLAIN);
    pairedAtoms = ranked(Role.PAIRED);
    loneAtoms = ranked(Role.LONE);
    rings = ranked(Role.RING);
  }

  /** Reads the tokens of {@code vocabulary}. */
  public static MaskVocabulary of(Vocabulary vocabulary) {
    return new MaskVocabulary(vocabulary);
  }

  /** What a token is to the search, and in which order it is tried. */
  private enum Role {
    PLAIN,
    PAIRED,
    LONE,
    RING,
    OTHER
  }

  /** The token of {@code id}, or null when it is none of SMILES. */
  SmilesToken token(int id) {
    return tokens[id];
  }

  int size() {
    return tokens.length;
  }

  /** The ring token of {@code number}, or {@link #NONE}; of two spellings the lower id. */
  int ring(int number) {
    for (int id : rings) {
      if (tokens[id].ringNumber() == number) {
        return id;
      }
    }
    return NONE;
  }

  private int first(Kind kind) {
    for (int id = 0; id < tokens.length; id++) {
      if (tokens[id] != null && tokens[id].kind() == kind) {
        return id;
      }
    }
    return NONE;
  }

  private int doubleBond() {
    int id = vocabulary.id("=");
    return id != NONE && tokens[id] != null ? id : NONE;
  }

  /** The ids of a role by rank, then by id. */
  private int[] ranked(Role role) {
    int[] ids = new int[tokens.length];
    int found = 0;
    for (int id = 0; id < tokens.length; id++) {
      if (tokens[id] != null && role(tokens[id]) == role) {
        int at = found++;
        while (at > 0 && rank(tokens[id]) < rank(tokens[ids[at - 1]])) {
          ids[at] = ids[at - 1];
          at--;
        }
        ids[at] = id;
      }
    }
    int[] exact = new int[found];
    System.arraycopy(ids, 0, exact, 0, found);
    return exact;
  }

  private static Role role(SmilesToken token) {
    if (token.kind() == Kind.RING) {
      return Role.RING;
    }
    if (token.kind() != Kind.ATOM) {
      return Role.OTHER;
    }
    if (!token.isAromatic()) {
      return Role.PLAIN;
    }
    return isPaired(token) ? Role.PAIRED : Role.LONE;
  }

  /** Whether an aromatic atom with two ring bonds and nothing else takes part in a double bond. */
  private static boolean isPaired(SmilesToken token) {
    return switch (token.element()) {
      case 6 -> token.charge() == 0;
      case 7, 15 -> token.charge() > 0 || (token.charge() == 0 && token.hydrogens() == 0);
      case 8, 16, 34, 52 -> token.charge() > 0;
      default -> false;
    };
  }

  private static int rank(SmilesToken token) {
    if (token.kind() == Kind.RING) {
      return token.ringNumber();
    }
    int use = BY_USE.length;
    for (int at = 0; at < BY_USE.length; at++) {
      if (BY_USE[at] == token.element()) {
        use = at;
      }
    }
    int dress = Math.abs(token.charge()) * 4 + token.hydrogens();
    return token.isBracket() ? 100 + 8 * use + dress : use;
  }
}
