package io.github.molweave.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.report.Scale.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void namesRoundValues() {
    assertEquals(
        List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0), new Scale(Kind.LINEAR, 0, 100).marks());
    assertEquals(List.of(-0.5, 0.0, 0.5, 1.0), new Scale(Kind.LINEAR, -0.7, 1.3).marks());
    assertEquals(List.of(0.6, 0.8, 1.0, 1.2, 1.5), new Scale(Kind.LOGARITHMIC, 0.6, 1.9).marks());
    assertEquals(List.of(0.001, 0.01, 0.1, 1.0), new Scale(Kind.LOGARITHMIC, 0.0005, 4).marks());
  }

  @Test
  void neverHasManyMarks() {
    for (double span = 1e-6; span < 1e9; span *= 1.7) {
      assertTrue(new Scale(Kind.LINEAR, 3, 3 + span).marks().size() <= 7, "span " + span);
      assertTrue(new Scale(Kind.LOGARITHMIC, 0.3, 0.3 + span).marks().size() <= 10);
    }
  }

  @Test
  void placesValuesBetweenTheEnds() {
    assertEquals(0.25, new Scale(Kind.LINEAR, 0, 8).place(2));
    assertEquals(0.5, new Scale(Kind.LOGARITHMIC, 1, 100).place(10), 1e-12);
    assertEquals(1, new Scale(Kind.LINEAR, 0, 8).place(9));
  }

  @Test
  void leavesOutWhatHasNoPlace() {
    Scale scale = Scale.around(Kind.LOGARITHMIC, new double[] {Double.NaN, 0, -1, 2, 8});
    assertTrue(scale.low() > 1.5 && scale.high() < 10, scale.toString());
    assertEquals(new Scale(Kind.LINEAR, 0, 1), Scale.around(Kind.LINEAR, new double[0]));
  }

  @Test
  void writesValuesShortly() {
    assertEquals("0", Scale.words(0));
    assertEquals("0.002", Scale.words(0.002));
    assertEquals("2e-5", Scale.words(2e-5));
    assertEquals("12k", Scale.words(12_000));
    assertEquals("1.2", Scale.words(1.2));
    assertEquals("100", Scale.words(100));
  }
}
