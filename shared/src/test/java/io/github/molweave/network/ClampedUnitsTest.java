package io.github.molweave.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.modelfile.Tensor;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClampedUnitsTest {
  private static final int[] TOKENS = {0, 3, 1, 4, 1, 5, 2, 6, 5, 3, 5, 6, 2, 0, 4};
  private static final int VOCABULARY = 7;

  @Property(tries = 120, seed = "1")
  void isTheNetworkWhoseUnitIsClearedAfterEachStep(
      @ForAll CellKind cell,
      @ForAll @IntRange(min = 1, max = 20) int units,
      @ForAll @IntRange(min = 1, max = 4) int layers,
      @ForAll int seed) {
    ModelFile file = network(cell, units, layers, seed);
    HiddenUnit unit =
        new HiddenUnit(Math.floorMod(seed, layers), Math.floorMod(seed / layers, units));
    PlainNetwork plain = new PlainNetwork(file, unit);
    double[][] logits = run(ClampedUnits.in(file, List.of(unit)));
    for (int step = 0; step < TOKENS.length; step++) {
      assertArrayEquals(plain.step(TOKENS[step]), logits[step], 0.0005);
    }
  }

  /**
   * Another way to a unit that is always zero: its candidate n (an LSTM's g) has no inputs, so that
   * it is tanh(0), and the state that begins at zero stays there. To the bit.
   */
  @Property(tries = 120, seed = "2")
  void isTheNetworkWhoseUnitHasNothingToSay(
      @ForAll CellKind cell,
      @ForAll @IntRange(min = 1, max = 20) int units,
      @ForAll @IntRange(min = 1, max = 4) int layers,
      @ForAll int seed) {
    ModelFile file = network(cell, units, layers, seed);
    int layer = Math.floorMod(seed, layers);
    int unit = Math.floorMod(seed / layers, units);
    ModelFile silent = file;
    for (String name : List.of("weight_ih_l", "weight_hh_l", "bias_ih_l", "bias_hh_l")) {
      silent = withoutRow(silent, "rnn." + name + layer, 2 * units + unit);
    }
    double[][] expected = run(silent);
    double[][] logits = run(ClampedUnits.in(file, List.of(new HiddenUnit(layer, unit))));
    assertTrue(Arrays.deepEquals(expected, logits));
  }

  @Test
  void theStateStillTellsWhatTheUnitWouldSay() {
    ModelFile file = network(CellKind.GRU_RESET_AFTER, 5, 1, 9);
    Streams streams =
        LanguageModel.of(ClampedUnits.in(file, List.of(new HiddenUnit(0, 3)))).streams(1);
    streams.step(TOKENS, 1, new double[VOCABULARY]);
    assertNotEquals(0, streams.save(0).values()[3]);
  }

  @Test
  void severalUnitsMayBeClampedAtOnceOrOneAfterTheOther() {
    ModelFile file = network(CellKind.LSTM, 6, 2, 3);
    HiddenUnit one = new HiddenUnit(0, 5);
    HiddenUnit other = new HiddenUnit(1, 0);
    ModelFile both = ClampedUnits.in(file, List.of(one, other));
    ModelFile inTurn = ClampedUnits.in(ClampedUnits.in(file, List.of(other)), List.of(one));
    assertEquals(ModelId.of(both), ModelId.of(inTurn));
    assertNotEquals(ModelId.of(file), ModelId.of(both));
    assertSame(file, ClampedUnits.in(file, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 'the layer of a clamped unit must be 0..1, not 2'",
    "-1, 0, 'the layer of a clamped unit must be 0..1, not -1'",
    "0, 6, 'the unit of a clamped unit must be 0..5, not 6'",
    "0, -1, 'the unit of a clamped unit must be 0..5, not -1'"
  })
  void refusesAUnitThatIsNotThere(int layer, int unit, String why) {
    ModelFile file = network(CellKind.LSTM, 6, 2, 3);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> ClampedUnits.in(file, List.of(new HiddenUnit(layer, unit))))
            .getMessage();
    assertEquals(why, message);
  }

  private static ModelFile network(CellKind cell, int units, int layers, int seed) {
    return FormulaNetworks.of(new Architecture(cell, VOCABULARY, 5, units, layers), seed);
  }

  private static ModelFile withoutRow(ModelFile file, String name, int row) {
    Tensor.F32 tensor = (Tensor.F32) file.tensors().get(name);
    float[] values = tensor.values().clone();
    int columns = values.length / tensor.shape()[0];
    Arrays.fill(values, row * columns, (row + 1) * columns, 0);
    return FormulaNetworks.with(file, new Tensor.F32(name, tensor.shape(), values));
  }

  private static double[][] run(ModelFile file) {
    Streams streams = LanguageModel.of(file).streams(1);
    double[][] logits = new double[TOKENS.length][VOCABULARY];
    for (int step = 0; step < TOKENS.length; step++) {
      streams.step(new int[] {TOKENS[step]}, 1, logits[step]);
    }
    return logits;
  }
}
