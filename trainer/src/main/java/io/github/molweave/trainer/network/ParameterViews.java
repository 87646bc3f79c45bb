package io.github.molweave.trainer.network;

import io.github.molweave.network.Architecture;
import io.github.molweave.trainer.network.ParameterLayout.Slot;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The tensors inside one flat array (parameters or gradients) as ND4J views. */
final class ParameterViews {
  private final ParameterLayout layout;
  private final INDArray flat;
  private final List<GateParameters> gates = new ArrayList<>();

  ParameterViews(ParameterLayout layout, INDArray flat) {
    this.layout = layout;
    this.flat = flat;
    for (int layer = 0; layer < layout.architecture().layers(); layer++) {
      gates.add(
          new GateParameters(
              byGate(layout.slot("rnn.weight_ih_l" + layer)),
              byGate(layout.slot("rnn.weight_hh_l" + layer)),
              byGate(layout.slot("rnn.bias_ih_l" + layer)),
              byGate(layout.slot("rnn.bias_hh_l" + layer))));
    }
  }

  Architecture architecture() {
    return layout.architecture();
  }

  GateParameters gates(int layer) {
    return gates.get(layer);
  }

  /** [V, E]. */
  INDArray embedding() {
    return whole("embedding.weight");
  }

  /** [V, H]. */
  INDArray outputWeight() {
    return whole("output.weight");
  }

  /** [1, V]. */
  INDArray outputBias() {
    Slot slot = layout.slot("output.bias");
    return matrix(slot.offset(), 1, slot.rows());
  }

  private INDArray whole(String name) {
    Slot slot = layout.slot(name);
    return matrix(slot.offset(), slot.rows(), slot.columns());
  }

  private INDArray[] byGate(Slot slot) {
    int hidden = layout.architecture().hiddenSize();
    INDArray[] views = new INDArray[slot.rows() / hidden];
    boolean bias = slot.name().contains("bias");
    for (int gate = 0; gate < views.length; gate++) {
      int offset = slot.offset() + gate * hidden * slot.columns();
      views[gate] = bias ? matrix(offset, 1, hidden) : matrix(offset, hidden, slot.columns());
    }
    return views;
  }

  private INDArray matrix(int offset, int rows, int columns) {
    return flat.get(NDArrayIndex.interval(offset, offset + rows * columns))
        .reshape('c', rows, columns);
  }
}
