package io.github.molweave.e2e.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.bench.OnnxFile.Matrix;
import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A peer counts when, and only when, it computes our network; the peer here is read from the file.
 */
class AgreementTest {
  private static final int UNITS = 32;
  private static final int STREAMS = 3;

  private final BenchModel model = BenchModel.random(UNITS);
  private final Probe probe = Probe.of(model.file(), STREAMS);

  @Test
  void theFoldedGraphComputesOurNetwork() {
    double distance = probe.distance(run(model.file()));
    assertTrue(distance <= Contender.ORT_FOLDED.limit(), "distance " + distance);
    assertTrue(distance > 0, "ours is rounded to 16 bits, so something must differ");
  }

  @Test
  void aNetworkWithOneGateSpoiledDoesNotCount() {
    Map<String, Tensor> tensors = new LinkedHashMap<>(model.file().tensors());
    Tensor.F32 bias = (Tensor.F32) tensors.get("rnn.bias_hh_l0");
    float[] spoiled = bias.values().clone();
    spoiled[2 * UNITS] += 0.5f;
    tensors.put(bias.name(), new Tensor.F32(bias.name(), bias.shape(), spoiled));
    double distance = probe.distance(run(with(tensors)));
    assertTrue(distance > Contender.ORT_FOLDED.limit(), "distance " + distance);
  }

  @Test
  void theOtherGruDoesNotCountAsOurs() {
    double distance = probe.distance(Probe.of(model.resetBefore(), STREAMS).logits());
    assertTrue(distance > Contender.ORT_INT8.limit(), "distance " + distance);
  }

  @Test
  void whatIsNotANumberOrTooShortIsInfinitelyFar() {
    double[] broken = probe.logits().clone();
    assertEquals(0, probe.distance(broken));
    broken[7] = Double.NaN;
    assertEquals(Double.POSITIVE_INFINITY, probe.distance(broken));
    assertEquals(Double.POSITIVE_INFINITY, probe.distance(new double[0]));
  }

  @Test
  void theQuantisedGraphHoldsThePatternThatIsFused() {
    List<String> operators = new OnnxFile(new StepGraphs(model.file()).quantised()).operators();
    assertEquals(
        List.of("DynamicQuantizeLinear", "MatMulInteger", "Cast", "Mul", "Mul", "Add"),
        operators.subList(1, 7));
    assertEquals(
        operators.subList(1, 7), operators.subList(operators.size() - 6, operators.size()));
  }

  private ModelFile with(Map<String, Tensor> tensors) {
    ModelFile file = model.file();
    return new ModelFile(
        file.architecture(),
        file.vocabulary(),
        file.notation(),
        file.lengths(),
        file.card(),
        tensors);
  }

  private double[] run(ModelFile file) {
    OnnxFile graph = new OnnxFile(new StepGraphs(file).folded());
    Matrix state = new Matrix(STREAMS, UNITS, new float[STREAMS * UNITS]);
    List<Double> logits = new ArrayList<>();
    for (List<Integer> tokens : probe.tokens()) {
      Map<String, Matrix> after =
          graph.run(tokens.stream().mapToInt(Integer::intValue).toArray(), state);
      for (float value : after.get("logits").values()) {
        logits.add((double) value);
      }
      state = after.get("next");
    }
    return logits.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
