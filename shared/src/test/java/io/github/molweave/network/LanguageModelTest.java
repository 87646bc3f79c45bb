package io.github.molweave.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.numeric.FixedPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageModelTest {
  private static final int[] TOKENS = {0, 3, 1, 4, 1, 5, 2, 6, 5, 3, 5, 6, 2, 0, 4};

  @Property(tries = 150, seed = "1")
  void anyShapeAgreesWithThePlainNetwork(
      @ForAll CellKind cell,
      @ForAll @IntRange(min = 1, max = 9) int tokens,
      @ForAll @IntRange(min = 1, max = 8) int embedding,
      @ForAll @IntRange(min = 1, max = 30) int units,
      @ForAll @IntRange(min = 1, max = 8) int layers,
      @ForAll int seed) {
    ModelFile file =
        FormulaNetworks.of(new Architecture(cell, tokens, embedding, units, layers), seed);
    LanguageModel model = LanguageModel.of(file);
    PlainNetwork plain = new PlainNetwork(file);
    HiddenState state = model.start();
    double[] logits = new double[tokens];
    for (int token : TOKENS) {
      model.step(state, token % tokens, logits);
      assertArrayEquals(plain.step(token % tokens), logits, 0.0005);
    }
  }

  @ParameterizedTest
  @CsvSource({"GRU_RESET_AFTER, 75cd4f7c", "GRU_RESET_BEFORE, 58f6bcd1", "LSTM, 5e4121b5"})
  void logitsKeepTheirBits(CellKind cell, String golden) {
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes(cell), 20));
    int hash = 0x811C9DC5;
    for (double[] logits : run(model)) {
      for (double logit : logits) {
        long bits = Double.doubleToRawLongBits(logit);
        hash = (hash ^ (int) bits) * 16777619;
        hash = (hash ^ (int) (bits >>> 32)) * 16777619;
      }
    }
    assertEquals(golden, Integer.toHexString(hash));
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void quantisedFileGivesTheSameBitsAsItsFloatFile(CellKind cell) {
    ModelFile file = FormulaNetworks.of(sizes(cell), 21);
    assertSame(run(LanguageModel.of(file)), run(LanguageModel.of(Quantisation.quantise(file))));
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void anotherKernelGivesTheSameBits(CellKind cell) {
    ModelFile file = FormulaNetworks.of(sizes(cell), 22);
    assertSame(run(LanguageModel.of(file)), run(LanguageModel.of(file, new BackwardKernel())));
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void maskTokenLeavesTheMemoryAsItIs(CellKind cell) {
    int mask = 2;
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes(cell), 23, mask));
    HiddenState state = model.start();
    double[] before = new double[7];
    double[] after = new double[7];
    model.step(state, 5, before);
    model.step(state, mask, after);
    assertArrayEquals(before, after);
    HiddenState unmasked = model.start();
    model.step(unmasked, 5, before);
    model.step(state, 1, after);
    model.step(unmasked, 1, before);
    assertArrayEquals(before, after);
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void copiesOfAStateGoTheirOwnWays(CellKind cell) {
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes(cell), 24));
    double[] expected = new double[7];
    double[] actual = new double[7];
    HiddenState first = model.start();
    HiddenState untouched = model.start();
    model.step(first, 3, expected);
    model.step(untouched, 3, expected);
    HiddenState copy = first.copy();
    model.step(first, 6, actual);
    model.step(first, 6, actual);
    for (int token : TOKENS) {
      model.step(untouched, token, expected);
      model.step(copy, token, actual);
      assertArrayEquals(expected, actual);
    }
  }

  @Test
  void arraysOfTheFileMayChangeAfterwards() {
    ModelFile file = Quantisation.quantise(FormulaNetworks.of(sizes(CellKind.LSTM), 25));
    LanguageModel model = LanguageModel.of(file);
    List<double[]> before = run(model);
    for (Tensor tensor : file.tensorList()) {
      if (tensor instanceof Tensor.F32 floats) {
        Arrays.fill(floats.values(), 1);
      } else if (tensor instanceof Tensor.I8 bytes) {
        Arrays.fill(bytes.values(), (byte) 1);
      }
    }
    assertSame(before, run(model));
  }

  @Test
  void stepsLeaveTheWeightsAsTheyAre() {
    LanguageModel model =
        LanguageModel.of(FormulaNetworks.of(sizes(CellKind.GRU_RESET_BEFORE), 26));
    assertSame(run(model), run(model));
  }

  @Test
  void theTableOfTokensIsSummedInTheStatedOrder() {
    Architecture sizes = new Architecture(CellKind.GRU_RESET_AFTER, 2, 3, 1, 1);
    ModelFile file = Quantisation.quantise(FormulaNetworks.of(sizes, 27));
    file = FormulaNetworks.with(file, bytes("rnn.weight_ih_l0", 3, 3, 1, -1, 1, 2, 0, 0, 0, 0, 0));
    // Summed from the other end, -2^60 would swallow the 1.
    file =
        FormulaNetworks.with(file, floats("embedding.weight", 2, 3, 0x1p60f, 0x1p60f, 1, 0, 0, 0));
    file = FormulaNetworks.with(file, floats("rnn.weight_ih_l0.scale", 3, 0, 0.5f, 0.25f, 0));
    file = FormulaNetworks.with(file, floats("rnn.bias_ih_l0", 3, 0, 3, 1, 7));
    double[] row = new TokenTable(new Parameters(file)).row(0);
    assertArrayEquals(new double[] {3.5, 2 * (double) 0x1p60f * 0.25 + 1, 7}, row);
  }

  @Test
  void activationsReachTheKernelAsRoundedFixedPoint() {
    Architecture sizes = new Architecture(CellKind.GRU_RESET_AFTER, 2, 1, 4, 1);
    List<int[]> seen = new ArrayList<>();
    Kernel recorder =
        (weights, rows, columns) -> {
          Kernel.WeightMatrix exact = new ScalarKernel().load(weights, rows, columns);
          return (activations, sums) -> {
            seen.add(activations.clone());
            exact.multiply(activations, sums);
          };
        };
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes, 28), recorder);
    HiddenState state = model.start();
    model.step(state, 1, new double[2]);
    int[] rounded = new int[4];
    for (int unit = 0; unit < 4; unit++) {
      rounded[unit] = FixedPoint.of(state.h[0][unit]);
    }
    assertEquals(2, seen.size());
    assertArrayEquals(new int[4], seen.get(0));
    assertArrayEquals(rounded, seen.get(1));
  }

  @Test
  void refusesWhatDoesNotFit() {
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes(CellKind.LSTM), 29));
    LanguageModel twin = LanguageModel.of(FormulaNetworks.of(sizes(CellKind.LSTM), 29));
    HiddenState state = model.start();
    assertRefused("token -1 is not in 0..6", () -> model.step(state, -1, new double[7]));
    assertRefused("token 7 is not in 0..6", () -> model.step(state, 7, new double[7]));
    assertRefused("room for 7 numbers, not 6", () -> model.step(state, 1, new double[6]));
    assertRefused("another model", () -> model.step(twin.start(), 1, new double[7]));
    assertRefused("another model", () -> model.step(twin.start().copy(), 1, new double[7]));
  }

  @Test
  void refusesAMissingOrMisshapenTensorByName() {
    ModelFile file = Quantisation.quantise(FormulaNetworks.of(sizes(CellKind.LSTM), 30));
    ModelFile misshapen = FormulaNetworks.with(file, floats("output.bias", 6, 0, 0, 0, 0, 0, 0, 0));
    assertRefused("output.bias", () -> LanguageModel.of(misshapen));
    ModelFile tooShort =
        FormulaNetworks.with(file, new Tensor.F32("output.bias", new int[] {7}, new float[6]));
    assertRefused("output.bias", () -> LanguageModel.of(tooShort));
    ModelFile floats = FormulaNetworks.with(file, floats("rnn.weight_hh_l1", 40, 10));
    assertRefused("rnn.weight_hh_l1 of type I8", () -> LanguageModel.of(floats));
  }

  private static Architecture sizes(CellKind cell) {
    return new Architecture(cell, 7, 5, 10, 2);
  }

  private static List<double[]> run(LanguageModel model) {
    HiddenState state = model.start();
    List<double[]> all = new ArrayList<>();
    for (int token : TOKENS) {
      double[] logits = new double[model.architecture().vocabularySize()];
      model.step(state, token, logits);
      all.add(logits);
    }
    return all;
  }

  private static void assertSame(List<double[]> expected, List<double[]> actual) {
    assertEquals(expected.size(), actual.size());
    for (int step = 0; step < expected.size(); step++) {
      assertArrayEquals(expected.get(step), actual.get(step), "step " + step);
    }
  }

  private static void assertRefused(String words, org.junit.jupiter.api.function.Executable call) {
    var refusal = assertThrows(IllegalArgumentException.class, call);
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }

  private static Tensor floats(String name, int rows, int columns, float... values) {
    int[] shape = columns == 0 ? new int[] {rows} : new int[] {rows, columns};
    return new Tensor.F32(name, shape, values);
  }

  private static Tensor bytes(String name, int rows, int columns, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Tensor.I8(name, new int[] {rows, columns}, bytes);
  }

  /** Adds up from the last column to the first, in 64 bits. */
  private static final class BackwardKernel implements Kernel {
    @Override
    public WeightMatrix load(byte[] weights, int rows, int columns) {
      byte[] own = weights.clone();
      return (activations, sums) -> {
        for (int row = 0; row < rows; row++) {
          long sum = 0;
          for (int column = columns - 1; column >= 0; column--) {
            sum += (long) own[row * columns + column] * activations[column];
          }
          sums[row] = Math.toIntExact(sum);
        }
      };
    }
  }
}
