package io.github.molweave.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.device.ParameterLayout;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EpochSamplingTest {
  private static KnownConstitutions known(String... smiles) {
    return KnownConstitutions.of(smiles.length, i -> smiles[i], more -> {});
  }

  /** START, END, C and O, all equally likely whatever came before; START is never drawn. */
  private static LanguageModel uniform() {
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, 4, 1, 2, 1));
    Vocabulary vocabulary =
        new Vocabulary(List.of(Vocabulary.START, Vocabulary.END, "C", "O"), 0, 1, Vocabulary.NONE);
    ModelFile file = TrainedModel.of(layout, new float[layout.size()], vocabulary, Map.of());
    return LanguageModel.of(file);
  }

  @Test
  void knowsAMoleculeInAnySpelling() {
    AtomicInteger done = new AtomicInteger();
    List<String> corpus = List.of("OCC", "c1ccccc1O", "no molecule");
    KnownConstitutions known = KnownConstitutions.of(3, corpus::get, done::addAndGet);
    assertEquals(3, done.get());
    assertTrue(known.contains(KnownConstitutions.keyOf("C(C)O")));
    assertTrue(known.contains(KnownConstitutions.keyOf("Oc1ccccc1")));
    assertFalse(known.contains(KnownConstitutions.keyOf("COC")));
  }

  /**
   * Every text of C and O is a molecule but "", which comes with probability 1/3. Of at most two
   * letters there are C, O, CC, CO = OC, OO: five molecules, all drawn among 500 samples.
   */
  @Test
  void countsWhatIsValidDistinctAndNew() {
    EpochSamples samples = EpochSampling.draw(uniform(), 500, 2, known("OC", "CCC"));
    assertEquals(500, samples.drawn());
    // 2/3 * 1/3 end after one letter, 4/9 * 1/3 after two; longer ones are cut off.
    assertEquals(2.0 / 9 + 4.0 / 27, samples.validity().value(), 0.07);
    assertEquals(5, samples.distinct());
    assertEquals(1, samples.known());
    assertEquals(new Share(4, 5), samples.novelty());
    assertEquals(new Share(5, samples.valid().size()), samples.uniqueness());
    assertEquals(EpochSamples.FAILURES, samples.failures().size());
    assertEquals(samples, EpochSampling.draw(uniform(), 500, 2, known("OC", "CCC")));
  }

  @Test
  void aShareOfNothingIsNothingAndItsIntervalEverything() {
    assertTrue(Double.isNaN(new Share(0, 0).value()));
    assertEquals(new Interval(0, 1), new Share(0, 0).interval());
  }
}
