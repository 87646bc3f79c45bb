package io.github.molweave.e2e.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.bench.Measurement.Round;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchReportTest {
  private static final List<Contender> CONTENDERS =
      List.of(Contender.MOLWEAVE, Contender.ORT_GRU, Contender.ORT_INT8);

  private static Measurement measured(Contender contender, double distance, double... tokens) {
    return new Measurement(
        contender, distance, Arrays.stream(tokens).mapToObj(n -> new Round(n, 1000, 500)).toList());
  }

  private static String report(double ours, double distance) {
    Setting setting =
        new Setting(
            "512",
            512,
            1,
            1,
            List.of(
                measured(Contender.MOLWEAVE, 0, ours, 2 * ours, 3 * ours),
                measured(Contender.ORT_GRU, 0, 100, 100, 100),
                measured(Contender.ORT_INT8, distance, 1000, 1000, 1000)));
    return new BenchReport(List.of(setting), CONTENDERS).text(Table.Style.MARKDOWN);
  }

  @Test
  void theRatioIsTheMedianOfTheRoundsWithItsEnds() {
    assertTrue(
        report(150, 1).contains("| 512 | 1 | 1 | 3.00 (1.50 to 4.50) | does not count |"),
        report(150, 1));
  }

  @Test
  void theRatesStandBesideWhatTheyWereWithoutDrawing() {
    assertTrue(report(150, 0).contains("| 512 | 1 | 1 | 300 | 100 (200) | 1000 (2000) |"));
  }

  @Test
  void whatIsNotOurNetworkHasNoRate() {
    assertTrue(report(150, 1).contains("| 512 | 1 | 1 | 300 | 100 (200) | does not count |"));
  }

  @Test
  void aBarIsHeldAgainstTheFastestPeerThatCounts() {
    assertTrue(
        report(150, 1).endsWith("3.00 times the best ONNX graph, at least 3.0 asked: reached\n"));
    assertTrue(
        report(150, 0).endsWith("0.30 times the best ONNX graph, at least 3.0 asked: MISSED\n"));
  }

  @Test
  void theMiddleOfAnEvenNumberIsTheMeanOfTwo() {
    assertEquals(new Spread(1, 2.5, 4), Spread.of(4, 2, 1, 3));
  }

  @Test
  void aPlainTableIsAligned() {
    Table table = new Table(List.of("a", "bcd"));
    table.add(List.of("efgh", "i"));
    assertEquals("a     bcd\nefgh  i\n", table.text(Table.Style.PLAIN));
  }
}
