package io.github.molweave.trainer.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.network.JvmKernel;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.StepDetail;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.checkpoint.TrainedModel;
import io.github.molweave.trainer.device.ParameterLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ParallelSamplingTest {
  private static boolean never() {
    return false;
  }

  private static Sampler sampler() {
    return sampler(0.1f);
  }

  private static Sampler sampler(float lastBias) {
    Architecture sizes = new Architecture(CellKind.GRU_RESET_AFTER, 7, 3, 9, 2);
    ParameterLayout layout = new ParameterLayout(sizes);
    Random random = new Random(5);
    float[] values = new float[layout.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * 0.5f;
    }
    values[values.length - 1] = lastBias;
    List<String> tokens = List.of(Vocabulary.START, Vocabulary.END, "C", "N", "=", "(", ")");
    Vocabulary vocabulary = new Vocabulary(tokens, 0, 1, Vocabulary.NONE);
    ModelFile file = TrainedModel.of(layout, values, vocabulary, Map.of());
    SamplingOptions options =
        SamplingOptions.defaults().withDetail(StepDetail.TOKENS).withMaxLength(30);
    return new Sampler(LanguageModel.of(file, new JvmKernel()), options);
  }

  private static List<Sample> draw(Sampler sampler, int count, int threads) {
    List<Sample> samples = new ArrayList<>();
    ParallelSampling.Sink<RuntimeException> sink = samples::add;
    assertEquals(
        count, ParallelSampling.draw(sampler, count, threads, ParallelSamplingTest::never, sink));
    return samples;
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 1", "1, 5", "17, 2", "2000, 1", "2000, 2", "2000, 3", "2000, 9"})
  void moleculesComeInOrderWhateverTheNumberOfThreads(int count, int threads) {
    Sampler sampler = sampler();
    List<Sample> alone = new ArrayList<>();
    for (int index = 0; index < count; index++) {
      alone.add(sampler.sample(index));
    }
    assertEquals(alone, draw(sampler, count, threads));
  }

  @Test
  void aRequestToStopIsHeardAndWhatWasTakenIsCounted() {
    List<Sample> samples = new ArrayList<>();
    ParallelSampling.Sink<RuntimeException> sink = samples::add;
    BooleanSupplier stop = () -> samples.size() >= 100;
    int taken = ParallelSampling.draw(sampler(), Integer.MAX_VALUE, 2, stop, sink);
    assertEquals(samples.size(), taken);
    assertTrue(taken >= 100);
    assertEquals(taken - 1, samples.get(taken - 1).index());
  }

  @Test
  void anInterruptedThreadStopsAndStaysInterrupted() {
    ParallelSampling.Sink<RuntimeException> sink = sample -> Thread.currentThread().interrupt();
    assertTrue(
        ParallelSampling.draw(sampler(), Integer.MAX_VALUE, 2, ParallelSamplingTest::never, sink)
            > 0);
    assertTrue(Thread.interrupted());
  }

  @Test
  void whatTheSinkThrowsEndsTheRun() {
    ParallelSampling.Sink<IOException> sink =
        sample -> {
          throw new IOException("full");
        };
    Sampler sampler = sampler();
    assertThrows(
        IOException.class,
        () ->
            ParallelSampling.draw(
                sampler, Integer.MAX_VALUE, 2, ParallelSamplingTest::never, sink));
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith("sampling ")));
  }

  @Test
  void aMoleculeThatCannotBeDrawnIsReported() {
    Sampler sampler = sampler(Float.NaN);
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> draw(sampler, 100, 2));
    assertInstanceOf(ArithmeticException.class, failure.getCause());
  }
}
