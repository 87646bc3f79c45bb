package io.github.molweave.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.smiles.Smiles;
import io.github.molweave.smiles.SmilesProblem;
import io.github.molweave.smiles.Validity;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that write SELFIES: a sample's text is theirs, its SMILES is what the text spells. */
class SelfiesModelTest {
  private static final SamplingOptions PLAIN = SamplingOptions.defaults();

  @ParameterizedTest
  @EnumSource(ValidityMode.class)
  void everyTextWithAnAtomSpellsAMolecule(ValidityMode mode) {
    for (String charged : List.of("[NH1+1]", "[NH+expl]")) {
      Sampler sampler = new Sampler(model(charged), PLAIN.withValidity(mode));
      int seen = 0;
      for (int index = 0; index < 200; index++) {
        Sample sample = sampler.sample(index);
        if (mode == ValidityMode.OFF && sample.text().matches("(\\[Ring1\\])*")) {
          Validity.Invalid none = (Validity.Invalid) sample.validity();
          assertEquals(SmilesProblem.EMPTY, none.problem(), "there is no atom in it");
          assertEquals("", sample.smiles());
          continue;
        }
        assertTrue(sample.isValid(), sample.toString());
        assertTrue(Smiles.check(sample.smiles()) instanceof Validity.Valid);
        seen += sample.text().contains(charged) && sample.smiles().contains("[NH") ? 1 : 0;
      }
      assertTrue(seen > 20, charged + " is known in its version alone: " + seen);
    }
  }

  @Test
  void aGrowingMoleculeIsShownInSmiles() {
    Sampler sampler = new Sampler(model("[NH1+1]"), PLAIN.withPrefix("[C][=O]"));
    ContinuousBatch batch = new ContinuousBatch(sampler, 1);
    batch.add(0);
    MoleculeDraw draw = batch.molecule(0);
    assertEquals("[C][=O]", draw.text());
    assertEquals("C=O", draw.smiles());
  }

  /** Draws each of six tokens alike. */
  private static LanguageModel model(String charged) {
    Vocabulary vocabulary =
        new Vocabulary(
            List.of("<start>", "<end>", "[C]", "[=O]", "[Ring1]", "[#N]", charged),
            0,
            1,
            Vocabulary.NONE);
    ModelFile smiles = SmallModels.memoryless(vocabulary, null, 0, 0, 0, 0, 0, 0, 0);
    return LanguageModel.of(
        new ModelFile(
            smiles.architecture(), vocabulary, Notation.SELFIES, null, Map.of(), smiles.tensors()));
  }
}
