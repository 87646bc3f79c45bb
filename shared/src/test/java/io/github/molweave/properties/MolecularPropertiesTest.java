package io.github.molweave.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.graph.GraphOf;
import io.github.molweave.graph.MolecularGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class MolecularPropertiesTest {
  /** The molecules where {@code property} is further from RDKit's than {@code tolerance}. */
  private static List<String> apart(
      int column, double tolerance, ToDoubleFunction<MolecularProperties> property)
      throws IOException {
    List<String> apart = new ArrayList<>();
    for (GoldenProperties golden : GoldenProperties.all()) {
      double here = property.applyAsDouble(GoldenProperties.of(golden.smiles()));
      if (!(Math.abs(here - golden.number(column)) <= tolerance)) {
        apart.add(golden.smiles() + ": " + golden.cells()[column] + ", here " + here);
      }
    }
    return apart;
  }

  @Test
  void weightAgreesWithRdkit() throws IOException {
    assertEquals(List.of(), apart(2, 0.03, MolecularProperties::weight));
  }

  @Test
  void logPAgreesWithRdkit() throws IOException {
    assertEquals(List.of(), apart(3, 0.00002, MolecularProperties::logP));
  }

  @Test
  void polarSurfaceAgreesWithRdkit() throws IOException {
    assertEquals(List.of(), apart(4, 0.005, MolecularProperties::polarSurface));
  }

  @Test
  void donorsAndAcceptorsAgreeWithRdkit() throws IOException {
    assertEquals(List.of(), apart(5, 0, MolecularProperties::donors));
    assertEquals(List.of(), apart(6, 0, MolecularProperties::acceptors));
  }

  @Test
  void rotatableBondsAgreeWithRdkit() throws IOException {
    assertEquals(List.of(), apart(7, 0, MolecularProperties::rotatableBonds));
  }

  @Test
  void ringsAgreeWithRdkit() throws IOException {
    for (GoldenProperties golden : GoldenProperties.all()) {
      MolecularGraph graph = GraphOf.smiles(golden.smiles());
      int[] sizes = new int[graph.rings().count()];
      for (int ring = 0; ring < sizes.length; ring++) {
        sizes[ring] = graph.rings().atoms(ring).length;
      }
      Arrays.sort(sizes);
      String listed = Arrays.toString(sizes).replaceAll("[\\[\\] ]", "");
      assertEquals(golden.ringSizes(), listed.isEmpty() ? "-" : listed, golden.smiles());
    }
    assertEquals(List.of(), apart(9, 0, MolecularProperties::aromaticRings));
  }

  @Test
  void stereocentresAgreeWithRdkit() throws IOException {
    assertEquals(List.of(), apart(10, 0, MolecularProperties::stereocentres));
    assertEquals(
        List.of(), apart(11, 0, here -> here.stereocentres() - here.markedStereocentres()));
  }

  @Test
  void fractionSp3AgreesWithRdkit() throws IOException {
    assertEquals(List.of(), apart(12, 0.00001, MolecularProperties::fractionSp3));
  }

  @Test
  void qedAgreesWithRdkit() throws IOException {
    assertEquals(List.of(), apart(13, 0.0001, MolecularProperties::qed));
  }

  @Test
  void lipinskiViolationsAgreeWithRdkit() throws IOException {
    assertEquals(List.of(), apart(15, 0, MolecularProperties::lipinskiViolations));
  }

  @Test
  void theOrderOfTheAtomsChangesNoBit() throws IOException {
    for (GoldenProperties golden : GoldenProperties.all()) {
      MolecularProperties properties = GoldenProperties.of(golden.smiles());
      for (String spelling : golden.spellings()) {
        assertEquals(properties, GoldenProperties.of(spelling), golden.smiles() + " " + spelling);
      }
    }
  }

  @Test
  void saLikeOrdersUnseenMoleculesAsRdkitsScoreDoes() throws IOException {
    List<Double> here = new ArrayList<>();
    List<Double> rdkit = new ArrayList<>();
    for (GoldenProperties golden : GoldenProperties.all()) {
      if (golden.set().equals("unseen")) {
        double saLike = GoldenProperties.of(golden.smiles()).saLike();
        assertTrue(saLike >= 1 && saLike <= 10, golden.smiles());
        here.add(saLike);
        rdkit.add(golden.number(14));
      }
    }
    assertEquals(120, here.size());
    double correlation = rankCorrelation(here, rdkit);
    assertTrue(correlation > 0.9, "Spearman " + correlation);
  }

  /** Spearman's, ties (none here to speak of) by position. */
  private static double rankCorrelation(List<Double> one, List<Double> other) {
    double sum = 0;
    for (int i = 0; i < one.size(); i++) {
      double difference = rank(one, i) - rank(other, i);
      sum += difference * difference;
    }
    double n = one.size();
    return 1 - 6 * sum / (n * (n * n - 1));
  }

  private static double rank(List<Double> values, int index) {
    double rank = 0;
    for (int i = 0; i < values.size(); i++) {
      int order = Double.compare(values.get(i), values.get(index));
      rank += order < 0 ? 1 : order == 0 && i != index ? 0.5 : 0;
    }
    return rank;
  }
}
