package io.github.molweave.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.modelfile.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
    Streams state = model.streams(1);
    double[] logits = new double[tokens];
    for (int token : TOKENS) {
      state.step(new int[] {token % tokens}, 1, logits);
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

  @Property(tries = 60, seed = "2")
  void whatHappensInOnePlaceDoesNotDependOnTheOthers(
      @ForAll CellKind cell,
      @ForAll @IntRange(min = 1, max = 30) int units,
      @ForAll @IntRange(min = 1, max = 3) int layers,
      @ForAll @IntRange(min = 1, max = 9) int places,
      @ForAll int seed) {
    int mask = 2;
    Architecture sizes = new Architecture(cell, 7, 5, units, layers);
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes, seed, mask));
    Streams together = model.streams(places);
    List<Streams> alone = new ArrayList<>();
    for (int place = 0; place < places; place++) {
      alone.add(model.streams(1));
    }
    Random random = new Random(seed);
    int[] tokens = new int[places];
    double[] logits = new double[places * 7];
    for (int step = 0; step < 8; step++) {
      int count = 1 + random.nextInt(places);
      for (int place = 0; place < count; place++) {
        tokens[place] = random.nextInt(7);
      }
      together.step(tokens, count, logits);
      for (int place = 0; place < count; place++) {
        double[] expected = new double[7];
        alone.get(place).step(new int[] {tokens[place]}, 1, expected);
        assertArrayEquals(expected, Arrays.copyOfRange(logits, 7 * place, 7 * place + 7));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void maskTokenLeavesTheMemoryAsItIs(CellKind cell) {
    int mask = 2;
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes(cell), 23, mask));
    Streams state = model.streams(1);
    double[] before = new double[7];
    double[] after = new double[7];
    state.step(new int[] {5}, 1, before);
    state.step(new int[] {mask}, 1, after);
    assertArrayEquals(before, after);
    Streams unmasked = model.streams(1);
    unmasked.step(new int[] {5}, 1, before);
    state.step(new int[] {1}, 1, after);
    unmasked.step(new int[] {1}, 1, before);
    assertArrayEquals(before, after);
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void copiesAndSnapshotsGoTheirOwnWays(CellKind cell) {
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes(cell), 24));
    double[] expected = new double[7];
    double[] actual = new double[3 * 7];
    Streams untouched = model.streams(1);
    untouched.step(new int[] {3}, 1, expected);
    Streams several = model.streams(3);
    several.step(new int[] {3}, 1, actual);
    HiddenState saved = several.save(0);
    several.copy(0, 2);
    several.step(new int[] {6, 5}, 2, actual);
    several.restore(1, saved);
    assertEquals(saved, several.save(1));
    assertNotEquals(saved, several.save(0));
    for (int token : TOKENS) {
      untouched.step(new int[] {token}, 1, expected);
      several.step(new int[] {6, token, token}, 3, actual);
      assertArrayEquals(expected, Arrays.copyOfRange(actual, 7, 14));
      assertArrayEquals(expected, Arrays.copyOfRange(actual, 14, 21));
    }
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void aClearedPlaceIsAsAtFirst(CellKind cell) {
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes(cell), 31));
    Streams streams = model.streams(2);
    HiddenState first = streams.save(1);
    streams.step(new int[] {1, 2}, 2, new double[14]);
    HiddenState neighbour = streams.save(0);
    streams.clear(1);
    assertEquals(first, streams.save(1));
    assertEquals(neighbour, streams.save(0));
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
  void activationsAreRoundedFixedPoint() {
    Architecture sizes = new Architecture(CellKind.GRU_RESET_AFTER, 2, 1, 2, 1);
    ModelFile file = Quantisation.quantise(FormulaNetworks.of(sizes, 28));
    ScalarStreams streams = new ScalarStreams(new ScalarNetwork(file, RowMatrix::new), 2);
    double[] values = {1, -0.25 / 16384, 0.5 / 16384, -1};
    assertArrayEquals(new int[] {16384, 0, 1, -16384}, streams.activationsOf(values, 2));
  }

  @Test
  void refusesWhatDoesNotFit() {
    LanguageModel model = LanguageModel.of(FormulaNetworks.of(sizes(CellKind.LSTM), 29));
    Streams state = model.streams(1);
    assertRefused("token -1 is not in 0..6", () -> state.step(new int[] {-1}, 1, new double[7]));
    assertRefused("token 7 is not in 0..6", () -> state.step(new int[] {7}, 1, new double[7]));
    assertRefused("room for 7 numbers, not 6", () -> state.step(new int[] {1}, 1, new double[6]));
    assertRefused("count must be 1..1, not 2", () -> state.step(new int[2], 2, new double[14]));
    assertRefused("count must be 1..1, not 0", () -> state.step(new int[1], 0, new double[14]));
    assertRefused("place 1 is not in 0..0", () -> state.copy(0, 1));
    assertRefused("place -1 is not in 0..0", () -> state.clear(-1));
    assertRefused("40 numbers, not 3", () -> state.restore(0, HiddenState.of(1, 2, 3)));
    assertRefused("places must be 1..1024, not 0", () -> model.streams(0));
    assertRefused("places must be 1..1024, not 1025", () -> model.streams(1025));
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
    Streams state = model.streams(1);
    List<double[]> all = new ArrayList<>();
    for (int token : TOKENS) {
      double[] logits = new double[model.architecture().vocabularySize()];
      state.step(new int[] {token}, 1, logits);
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
}
