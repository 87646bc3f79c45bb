package io.github.molweave.trainer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.fragments.FragmentKeys;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares with RDKit, by the definitions of MOSES and GuacaMol: measures.py wrote measures.tsv.
 */
class ComparisonTest {
  private static final Map<String, Double> GOLDEN = new HashMap<>();

  private static MoleculeSet judged;
  private static MoleculeSet reference;
  private static Row row;

  @BeforeAll
  static void measure() throws IOException {
    for (String line : SmilesResource.lines(ComparisonTest.class, "measures.tsv")) {
      String[] cells = line.split("\t", -1);
      GOLDEN.put(cells[0], Double.parseDouble(cells[1]));
    }
    try (Workers workers = new Workers(2, () -> false)) {
      judged = read("judged.smi", workers);
      reference = read("reference.smi", workers);
      row = new Comparison(reference, 7, workers).judge(judged, reference.keys(), more -> {});
    }
  }

  private static MoleculeSet read(String name, Workers workers) throws IOException {
    List<String> texts = SmilesResource.lines(ComparisonTest.class, name);
    return MoleculeSet.of(texts, new FragmentKeys(), workers, more -> {});
  }

  @Test
  void countsWhatRdkitCounts() {
    for (Metric metric :
        List.of(Metric.VALIDITY, Metric.UNIQUENESS_1K, Metric.UNIQUENESS_10K, Metric.NOVELTY)) {
      assertClose(metric, 0.000001);
    }
    assertEquals(590, row.measurements().get(Metric.UNIQUENESS_1K).samples());
  }

  @Test
  void findsTheFragmentsAndScaffoldsOfRdkit() {
    assertClose(Metric.FRAGMENTS, 0.001);
    assertClose(Metric.SCAFFOLDS, 0.02);
  }

  @Test
  void similaritiesAreThoseOfRdkitWithinTwoInAHundred() {
    assertClose(Metric.SNN, 0.02 * GOLDEN.get("snn"));
    assertClose(Metric.INTERNAL_DIVERSITY, 0.02 * GOLDEN.get("internal_diversity"));
  }

  @Test
  void distancesAreThoseOfRdkit() {
    assertClose(Metric.WEIGHT, 0.01);
    assertClose(Metric.LOG_P, 0.001);
    assertClose(Metric.POLAR_SURFACE, 0.01);
    assertClose(Metric.QED, 0.0002);
    // Cages have one ring more in shared's count than in RDKit's.
    assertClose(Metric.RINGS, 0.003);
    assertClose(Metric.AROMATIC_RINGS, 0.001);
  }

  @Test
  void divergencesAreThoseOfGuacamolsDefinition() {
    MoleculeSet distinct = judged.distinct();
    try (Workers workers = new Workers(2, () -> false)) {
      int[] first = java.util.stream.IntStream.range(0, distinct.size()).toArray();
      KlScore score = new KlScore(distinct, reference.select(first), workers);
      score
          .divergences(distinct.size())
          .forEach(
              (name, value) ->
                  assertEquals(
                      GOLDEN.get("kl_" + name),
                      value,
                      name.equals("internal_similarity") ? 0.01 : 0.0005,
                      name));
      int[] once = new int[distinct.size()];
      java.util.Arrays.fill(once, 1);
      assertEquals(GOLDEN.get("kl_score"), score.of(once), 0.001);
    }
  }

  @Test
  void everyMeasureHasAnIntervalAroundIt() {
    for (Metric metric : Metric.values()) {
      Measurement measured = row.measurements().get(metric);
      assertNotNull(measured, metric.id());
      assertTrue(measured.interval().low() <= measured.value(), metric.id());
      assertTrue(measured.interval().high() >= measured.value(), metric.id());
      assertTrue(measured.interval().high() > measured.interval().low(), metric.id());
    }
  }

  @Test
  void isTheSameForAnyNumberOfThreads() {
    try (Workers one = new Workers(1, () -> false)) {
      assertEquals(row, new Comparison(reference, 7, one).judge(judged, reference.keys(), i -> {}));
    }
  }

  private static void assertClose(Metric metric, double tolerance) {
    assertEquals(
        GOLDEN.get(metric.id()), row.measurements().get(metric).value(), tolerance, metric.id());
  }
}
