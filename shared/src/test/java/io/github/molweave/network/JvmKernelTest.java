package io.github.molweave.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.modelfile.ModelFile;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class JvmKernelTest {
  @Property(tries = 150, seed = "2")
  void everyBitIsThatOfTheReferenceKernel(
      @ForAll CellKind cell,
      @ForAll @IntRange(min = 1, max = 90) int tokens,
      @ForAll @IntRange(min = 1, max = 150) int units,
      @ForAll @IntRange(min = 1, max = 4) int layers,
      @ForAll @IntRange(min = 1, max = 5) int places,
      @ForAll int seed) {
    Random random = new Random(seed);
    int mask = random.nextInt(tokens);
    ModelFile file =
        FormulaNetworks.of(new Architecture(cell, tokens, 3, units, layers), seed, mask);
    Streams reference = LanguageModel.of(file).streams(places);
    Streams tested = LanguageModel.of(file, new JvmKernel()).streams(places);
    double[] expected = new double[places * tokens];
    double[] logits = new double[places * tokens];
    int[] fed = new int[places];
    for (int step = 0; step < 6; step++) {
      int count = 1 + random.nextInt(places);
      for (int place = 0; place < count; place++) {
        fed[place] = random.nextInt(tokens);
      }
      reference.step(fed, count, expected);
      tested.step(fed, count, logits);
      assertArrayEquals(expected, logits);
      assertEquals(reference.save(count - 1), tested.save(count - 1));
    }
  }
}
