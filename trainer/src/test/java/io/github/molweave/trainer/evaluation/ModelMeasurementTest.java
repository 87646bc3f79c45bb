package io.github.molweave.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.device.ParameterLayout;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A network of zeros: whatever it read, each of its four tokens is as likely as the others, so that
 * everything about it can be worked out on paper.
 */
class ModelMeasurementTest {
  private final LanguageModel model = uniform();

  @Test
  void heldOutNllIsThatOfEquallyLikelyTokens() {
    AtomicInteger done = new AtomicInteger();
    HeldOutNll nll = HeldOutNll.of(model, List.of("C", "CC(", "N", ""), done::addAndGet);
    assertEquals((2 + 4 + 1) * Math.log(4), nll.nats(), 1e-12);
    assertEquals(7, nll.tokens());
    assertEquals(Math.log(4), nll.perToken(), 1e-12);
    assertEquals(3, nll.molecules());
    assertEquals(1, nll.unscored());
    assertEquals(4, done.get());
  }

  /** START is never drawn, so a text of k letters C has probability (1/3)^(k+1); "" is invalid. */
  @Test
  void rawSamplesAreReadCountedAndLookedUp() {
    AtomicInteger done = new AtomicInteger();
    RawSamples samples =
        RawSamples.of(model, SamplingOptions.defaults(), 3000, Set.of("C"), done::addAndGet);
    assertEquals(3000, samples.samples());
    assertEquals(3000, done.get());
    double onlyCarbon = 1.0 / 9 + 1.0 / 27 + 1.0 / 81 + 1.0 / 243 + 1.0 / 729;
    assertEquals(onlyCarbon, samples.validity(), 0.02);
    assertEquals(1.0 / 9, samples.recited() / 3000.0, 0.02);
    assertTrue(samples.distinct() >= 4 && samples.distinct() <= 9, samples.toString());
  }

  /** What is judged and looked up is the SMILES that a text spells, not the text. */
  @Test
  void rawSamplesOfSelfiesAreReadAsTheMoleculesTheySpell() {
    LanguageModel selfies = uniform(Notation.SELFIES, "[C]", "[O]");
    RawSamples samples =
        RawSamples.of(selfies, SamplingOptions.defaults(), 3000, Set.of("C"), n -> {});
    // Two of three draws go on, so a third of the texts are empty; a ninth are "[C]".
    assertEquals(2.0 / 3, samples.validity(), 0.03);
    assertEquals(1.0 / 9, samples.recited() / 3000.0, 0.02);
  }

  private static LanguageModel uniform() {
    return uniform(Notation.SMILES, "C", "(");
  }

  private static LanguageModel uniform(Notation notation, String one, String other) {
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, 4, 1, 2, 1));
    Vocabulary vocabulary =
        new Vocabulary(
            List.of(Vocabulary.START, Vocabulary.END, one, other), 0, 1, Vocabulary.NONE);
    ModelFile file =
        TrainedModel.of(layout, new float[layout.size()], vocabulary, notation, Map.of());
    return LanguageModel.of(file);
  }
}
