package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.ValidityMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten thousand molecules are the same however many workers draw how many of them side by side, in
 * whatever order, and whoever dies over it: those of the JVM, to the character and the bit.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(BrowserRuntime.class)
class PoolParityTest {
  static final int COUNT = 10_000;

  /** Of each combination. */
  private static final int FEW = 300;

  private static final double SEED = 20_261_122;
  private static final double TEMPERATURE = 0.9;
  static final String MODEL = "chains.safetensors";

  @Parameter BrowserRuntime runtime;
  private static RuntimePage page;

  @BeforeParameterizedClassInvocation
  static void open(BrowserRuntime runtime) {
    page = RuntimePage.open(runtime, "pool.js", Map.of(MODEL, ChainModel.FALTERING.bytes()));
  }

  @AfterParameterizedClassInvocation
  static void close() {
    if (page != null) {
      page.close();
    }
  }

  @ParameterizedTest(name = "{0} places, {1} workers, {2}, by {3}")
  @CsvSource({
    "1, 3, simd, index",
    "7, 2, simd, finished",
    "16, 1, scalar, index",
    "16, 2, simd, index",
    "32, 3, scalar, finished",
    "32, 1, simd, index"
  })
  void drawsTheSameMolecules(int places, int workers, String kernel, String order) {
    Map<?, ?> answer = draw(places, workers, kernel, order, List.of());
    assertEquals(COUNT, number(answer, "come"));
    assertEquals(OnTheJvm.HASH, number(answer, "hash"));
    int started = number(answer, "started");
    assertTrue(started <= workers && started > Math.min(workers, 2) - 1, started + " workers");
  }

  @Test
  void drawsTheSameFewMoleculesInEveryCombination() {
    Map<String, Object> request = new LinkedHashMap<>(request(1, "index"));
    request.put("count", FEW);
    Map<?, ?> hashes =
        (Map<?, ?>) page.call("drawEveryWay", List.of(MODEL, runtime.engine(), request));
    assertEquals(4 * 3 * 2 * 2, hashes.size());
    for (Map.Entry<?, ?> way : hashes.entrySet()) {
      assertEquals(OnTheJvm.hash(FEW), ((Number) way.getValue()).intValue(), way.toString());
    }
  }

  @Test
  void drawsAnewWhatADeadWorkerHadInHand() {
    Map<?, ?> answer = draw(16, 2, "auto", "index", List.of(100, 3000, 5000));
    assertEquals(COUNT, number(answer, "come"));
    assertEquals(OnTheJvm.HASH, number(answer, "hash"));
    assertEquals(2 + 3, number(answer, "started"));
  }

  private Map<?, ?> draw(
      int places, int workers, String kernel, String order, List<Integer> deaths) {
    Map<String, Object> load =
        Map.of("engine", runtime.engine(), "kernel", kernel, "workers", workers);
    return (Map<?, ?>) page.call("drawRun", List.of(MODEL, load, request(places, order), deaths));
  }

  /** The run, for {@code model.sample}. */
  static Map<String, Object> request(int places, String order) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("count", COUNT);
    request.put("seed", SEED);
    request.put("temperature", TEMPERATURE);
    request.put("places", places);
    request.put("order", order);
    request.put("steps", "none");
    return request;
  }

  private static int number(Map<?, ?> answer, String name) {
    return ((Number) answer.get(name)).intValue();
  }

  /** Drawn once for all runtimes. */
  static final class OnTheJvm {
    private static final int[] HASHES = hashes();
    static final int HASH = hash(COUNT);

    /** Of the first {@code count} molecules. */
    static int hash(int count) {
      int all = 7;
      for (int index = 0; index < count; index++) {
        all = all * 31 + HASHES[index];
      }
      return all;
    }

    private static int[] hashes() {
      int[] hashes = new int[COUNT];
      int redraws = 0;
      for (Sample sample :
          ChainModel.FALTERING.onTheJvm(SEED, TEMPERATURE, ValidityMode.REJECT, COUNT)) {
        int hash = 7;
        for (char letter : sample.smiles().toCharArray()) {
          hash = hash * 31 + letter;
        }
        long bits = Double.doubleToLongBits(sample.logProbability());
        hashes[sample.index()] = (hash * 31 + (int) (bits >> 32)) * 31 + (int) bits;
        redraws += sample.redraws();
      }
      assertTrue(redraws > 0, "none was drawn again");
      return hashes;
    }
  }
}
