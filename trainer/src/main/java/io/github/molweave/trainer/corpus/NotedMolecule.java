package io.github.molweave.trainer.corpus;

import io.github.molweave.selfies.Selfies;
import io.github.molweave.selfies.SelfiesVersion;
import io.github.molweave.selfies.Translation;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;

/** A molecule as a model writes it. */
public final class NotedMolecule {
  private NotedMolecule() {}

  /**
   * {@code text} in {@code notation}.
   *
   * @param text SMILES, or already a text of the model's tokens
   * @return {@code text} itself when the model knows its tokens, or when it cannot be translated
   */
  public static String of(String text, Notation notation, Vocabulary vocabulary) {
    boolean known =
        notation.split(text).stream().allMatch(token -> vocabulary.id(token) != Vocabulary.NONE);
    if (notation == Notation.SMILES || known) {
      return text;
    }
    Translation translation = Selfies.encode(text, SelfiesVersion.TWO);
    return translation instanceof Translation.Translated found ? found.text() : text;
  }
}
