package io.github.molweave.e2e.bench;

import static io.github.molweave.e2e.bench.OnnxGraph.STREAMS;

import io.github.molweave.e2e.bench.OnnxGraph.Attribute;
import io.github.molweave.e2e.bench.OnnxGraph.Element;
import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Architecture;

/**
 * One step of a one-layer GRU as ONNX graphs: {@code tokens}, {@code state} -> {@code logits},
 * {@code next}. What somebody would write who wants it fast, from the plain operator to folded
 * tables and signed bytes.
 */
final class StepGraphs {
  private final ModelFile file;
  private final FloatWeights weights;
  private final int tokens;
  private final int units;

  StepGraphs(ModelFile quantised) {
    file = quantised;
    weights = FloatWeights.of(quantised);
    Architecture sizes = quantised.architecture();
    tokens = sizes.vocabularySize();
    units = sizes.hiddenSize();
  }

  /** Embedding, the GRU operator, output layer. All shapes have a leading 1, the time. */
  byte[] operator() {
    int inputs = weights.sizes().embeddingSize();
    float[] biases = new float[6 * units];
    System.arraycopy(FloatWeights.updateFirst(weights.inputBias()), 0, biases, 0, 3 * units);
    System.arraycopy(
        FloatWeights.updateFirst(weights.hiddenBias()), 0, biases, 3 * units, 3 * units);
    return new OnnxGraph()
        .input("tokens", Element.INT32, 1, STREAMS)
        .input("state", Element.FLOAT, 1, STREAMS, units)
        .constant("embedding", weights.embedding(), tokens, inputs)
        .constant("w", FloatWeights.updateFirst(weights.input()), 1, 3 * units, inputs)
        .constant("r", FloatWeights.updateFirst(weights.hidden()), 1, 3 * units, units)
        .constant("b", biases, 1, 6 * units)
        .constant("v", FloatWeights.transposed(weights.output(), tokens, units), units, tokens)
        .constant("c", weights.outputBias(), tokens)
        .node("Gather", "embedding tokens", "x")
        .node(
            "GRU",
            "x w r b _ state",
            "_ next",
            new Attribute("hidden_size", units),
            new Attribute("linear_before_reset", 1))
        .node("MatMul", "next v", "scores")
        .node("Add", "scores c", "logits")
        .output("logits", Element.FLOAT, 1, STREAMS, tokens)
        .output("next", Element.FLOAT, 1, STREAMS, units)
        .toBytes();
  }

  /** Embedding and input weights folded into one table, the gates spelled out, all in float. */
  byte[] folded() {
    OnnxGraph graph =
        begin()
            .constant(
                "u", FloatWeights.transposed(weights.hidden(), 3 * units, units), units, 3 * units)
            .constant("d", weights.hiddenBias(), 3 * units)
            .constant("v", FloatWeights.transposed(weights.output(), tokens, units), units, tokens)
            .constant("c", weights.outputBias(), tokens)
            .node("Gemm", "state u d", "recurrent");
    return end(gates(graph).node("Gemm", "next v c", "logits"));
  }

  /** As {@link #folded}, but both products of signed bytes with activations of 8 bits. */
  byte[] quantised() {
    OnnxGraph graph = begin();
    product(graph, "rnn.weight_hh_l0", weights.hiddenBias(), "state", "recurrent");
    gates(graph);
    product(graph, "output.weight", weights.outputBias(), "next", "logits");
    return end(graph);
  }

  private OnnxGraph begin() {
    return new OnnxGraph()
        .input("tokens", Element.INT32, STREAMS)
        .input("state", Element.FLOAT, STREAMS, units)
        .constant("table", weights.table(), tokens, 3 * units)
        .node("Gather", "table tokens", "given");
  }

  private byte[] end(OnnxGraph graph) {
    return graph
        .output("logits", Element.FLOAT, STREAMS, tokens)
        .output("next", Element.FLOAT, STREAMS, units)
        .toBytes();
  }

  /** n + z * (h - n) is one product less than (1 - z) * n + z * h, to the advantage of the peer. */
  private static OnnxGraph gates(OnnxGraph graph) {
    Attribute columns = new Attribute("axis", 1);
    return graph
        .node("Split", "given", "given_r given_z given_n", columns)
        .node("Split", "recurrent", "recurrent_r recurrent_z recurrent_n", columns)
        .node("Add", "given_r recurrent_r", "sum_r")
        .node("Sigmoid", "sum_r", "reset")
        .node("Add", "given_z recurrent_z", "sum_z")
        .node("Sigmoid", "sum_z", "update")
        .node("Mul", "reset recurrent_n", "kept")
        .node("Add", "given_n kept", "sum_n")
        .node("Tanh", "sum_n", "candidate")
        .node("Sub", "state candidate", "apart")
        .node("Mul", "update apart", "moved")
        .node("Add", "candidate moved", "next");
  }

  /** The pattern that ONNX Runtime fuses into one operator. */
  private void product(OnnxGraph graph, String weight, float[] bias, String from, String to) {
    float[] scales = FloatWeights.floats(file, weight + ".scale");
    int rows = scales.length;
    String q = to + "_";
    graph
        .constant(
            q + "w",
            FloatWeights.transposed(FloatWeights.bytes(file, weight), rows, units),
            units,
            rows)
        .constant(q + "scales", scales, rows)
        .constant(q + "bias", bias, rows)
        .constant(q + "zero", new byte[1])
        .node("DynamicQuantizeLinear", from, q + "a " + q + "scale " + q + "point")
        .node("MatMulInteger", q + "a " + q + "w " + q + "point " + q + "zero", q + "sums")
        .node("Cast", q + "sums", q + "floats", new Attribute("to", 1))
        .node("Mul", q + "scale " + q + "scales", q + "factors")
        .node("Mul", q + "floats " + q + "factors", q + "product")
        .node("Add", q + "product " + q + "bias", to);
  }
}
