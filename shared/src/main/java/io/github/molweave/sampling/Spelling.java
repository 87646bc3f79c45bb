package io.github.molweave.sampling;

import io.github.molweave.selfies.SelfiesDecoder;
import io.github.molweave.selfies.SelfiesProblem;
import io.github.molweave.selfies.SelfiesVersion;
import io.github.molweave.selfies.Translation;
import io.github.molweave.smiles.Scrutiny;
import io.github.molweave.smiles.SmilesProblem;
import io.github.molweave.smiles.SmilesValidator;
import io.github.molweave.smiles.Validity;
import io.github.molweave.tokens.Vocabulary;

/**
 * What a text of a model means.
 *
 * @param smiles the SMILES that it spells; empty when it spells none
 * @param validity whether that is a molecule
 */
record Spelling(String smiles, Validity validity) {

  /** Reads {@code text}, a whole molecule or the beginning of one, in the notation of the model. */
  static Spelling of(String text, Sampler sampler, SmilesValidator validator) {
    return switch (sampler.model.notation()) {
      case SMILES -> ofSmiles(text, validator);
      case SELFIES -> ofSelfies(text, sampler, validator);
    };
  }

  private static Spelling ofSmiles(String text, SmilesValidator validator) {
    return new Spelling(text, validator.check(text, Scrutiny.CHEMISTRY));
  }

  private static Spelling ofSelfies(String text, Sampler sampler, SmilesValidator validator) {
    SelfiesDecoder decoder = sampler.selfies;
    Translation translation = decoder.decode(text, version(sampler.model.vocabulary()));
    if (translation instanceof Translation.Translated translated) {
      return ofSmiles(translated.text(), validator);
    }
    Translation.Refused refused = (Translation.Refused) translation;
    boolean empty = refused.problem() == SelfiesProblem.EMPTY;
    SmilesProblem problem = empty ? SmilesProblem.EMPTY : SmilesProblem.SYMBOL;
    return new Spelling(
        "", new Validity.Invalid(problem, refused.position(), -1, refused.reason()));
  }

  /**
   * The version that {@code vocabulary} is written in: 1 when it has a spelling that only version 1
   * knows, which every vocabulary of some size has.
   */
  private static SelfiesVersion version(Vocabulary vocabulary) {
    for (String token : vocabulary.tokens()) {
      boolean onlyInOne =
          token.endsWith("expl]") || token.startsWith("[Expl") || token.startsWith("[Branch1_");
      if (onlyInOne) {
        return SelfiesVersion.ONE;
      }
    }
    return SelfiesVersion.TWO;
  }
}
