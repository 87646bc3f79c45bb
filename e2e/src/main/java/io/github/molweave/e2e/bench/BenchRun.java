package io.github.molweave.e2e.bench;

import io.github.molweave.e2e.bench.BenchException.Problem;
import io.github.molweave.e2e.bench.Measurement.Round;
import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.ValidityMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Measures one network after the other: opens the contenders, checks them, and lets them take
 * turns.
 */
final class BenchRun {
  private static final int CHECKED_MOLECULES = 32;

  private final BenchServer server;
  private final BenchPage page;
  private final List<Contender> contenders;
  private final int rounds;
  private final int milliseconds;
  private final Consumer<String> progress;

  BenchRun(
      BenchServer server,
      BenchPage page,
      List<Contender> contenders,
      int rounds,
      int milliseconds,
      Consumer<String> progress) {
    this.server = server;
    this.page = page;
    this.contenders = contenders;
    this.rounds = rounds;
    this.milliseconds = milliseconds;
    this.progress = progress;
  }

  /** One network with each number of streams. */
  List<Setting> measure(BenchModel model, int threads, List<Integer> streamCounts)
      throws BenchException {
    Map<String, Object> given = publish(model);
    List<Setting> settings = new ArrayList<>();
    try {
      for (Contender contender : contenders) {
        open(contender, threads, given);
      }
      for (int streams : streamCounts) {
        progress.accept(
            "%s, %d stream%s, %d thread%s"
                .formatted(
                    model.name(),
                    streams,
                    streams == 1 ? "" : "s",
                    threads,
                    threads == 1 ? "" : "s"));
        settings.add(
            new Setting(
                model.name(),
                model.file().architecture().hiddenSize(),
                threads,
                streams,
                takeTurns(model, streams)));
      }
      return settings;
    } finally {
      for (Contender contender : contenders) {
        page.call("close", contender.id(), null);
      }
    }
  }

  /** Puts every form of the network on the server; gives what the workers are told of it. */
  private Map<String, Object> publish(BenchModel model) {
    ModelFile file = model.file();
    StepGraphs graphs = new StepGraphs(file);
    TensorBundle tensors = TensorBundle.of(FloatWeights.of(file));
    server.put("model.safetensors", ModelFileWriter.write(file));
    server.put("operator.onnx", graphs.operator());
    server.put("folded.onnx", graphs.folded());
    server.put("quantised.onnx", graphs.quantised());
    server.put("weights.bin", tensors.toBytes());
    return Map.of(
        "model", "/data/model.safetensors",
        "weights", "/data/weights.bin",
        "tensors", tensors.entries(),
        "units", file.architecture().hiddenSize(),
        "inputs", file.architecture().embeddingSize(),
        "vocabulary",
            Map.of(
                "size", file.vocabulary().size(),
                "start", file.vocabulary().start(),
                "end", file.vocabulary().end()));
  }

  private void open(Contender contender, int threads, Map<String, Object> given)
      throws BenchException {
    Map<String, Object> spec = new HashMap<>(given);
    spec.put("variant", contender.variant());
    spec.put("script", contender.script());
    spec.put("type", contender.type());
    spec.put("threads", threads);
    spec.put("workers", contender.isOurs() ? threads : 1);
    progress.accept("  " + contender.title() + ": " + page.call("open", contender.id(), spec));
  }

  private List<Measurement> takeTurns(BenchModel model, int streams) throws BenchException {
    List<Measurement> measurements = new ArrayList<>();
    for (Contender contender : contenders) {
      double distance =
          contender.isOurs() ? ours(contender, model) : theirs(contender, model, streams);
      measurements.add(new Measurement(contender, distance));
      round(contender, streams);
    }
    for (int round = 0; round < rounds; round++) {
      List<Measurement> order = new ArrayList<>(measurements);
      Collections.rotate(order, round);
      for (Measurement each : order) {
        each.rounds().add(round(each.contender(), streams));
      }
    }
    for (Measurement each : measurements) {
      progress.accept(
          String.format(
              Locale.ROOT,
              "  %-22s %9.0f tokens/s, logits within %.5f sd of ours%s",
              each.contender().title(),
              each.tokensPerSecond(),
              each.distance(),
              each.isValid() ? "" : ": does not count"));
    }
    return measurements;
  }

  private Round round(Contender contender, int streams) throws BenchException {
    Object answer =
        page.call(
            "round", contender.id(), Map.of("streams", streams, "milliseconds", milliseconds));
    Map<?, ?> round = (Map<?, ?>) answer;
    return new Round(
        number(round.get("tokens")),
        number(round.get("milliseconds")),
        number(round.get("outside")));
  }

  /** 0 when the page's engine writes the molecules that this machine's JVM writes. */
  private double ours(Contender contender, BenchModel model) throws BenchException {
    Sampler sampler =
        new Sampler(
            LanguageModel.of(model.file()),
            SamplingOptions.defaults().withSeed(Seed.of(1)).withValidity(ValidityMode.OFF));
    List<String> expected =
        IntStream.range(0, CHECKED_MOLECULES).mapToObj(i -> sampler.sample(i).text()).toList();
    Object answer =
        page.call("check", contender.id(), Map.of("seed", 1, "count", CHECKED_MOLECULES));
    return expected.equals(answer) ? 0 : Double.POSITIVE_INFINITY;
  }

  private double theirs(Contender contender, BenchModel model, int streams) throws BenchException {
    Probe probe = Probe.of(contender.resetsBefore() ? model.resetBefore() : model.file(), streams);
    if (!(page.call("check", contender.id(), probe.tokens()) instanceof List<?> logits)) {
      throw new BenchException(Problem.PAGE, contender.id() + " gave no logits.");
    }
    return probe.distance(logits.stream().mapToDouble(BenchRun::number).toArray());
  }

  private static double number(Object json) {
    return ((Number) json).doubleValue();
  }
}
