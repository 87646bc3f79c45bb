package io.github.molweave.trainer.network;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
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
              byGroup(layout.slot("rnn.weight_ih_l" + layer)),
              byGroup(layout.slot("rnn.weight_hh_l" + layer)),
              byGroup(layout.slot("rnn.bias_ih_l" + layer)),
              byGroup(layout.slot("rnn.bias_hh_l" + layer))));
    }
  }

  /** How many gates each group of {@code cell} has, in the order of the rows. */
  static int[] groups(CellKind cell) {
    return switch (cell) {
      case GRU_RESET_AFTER, GRU_RESET_BEFORE -> new int[] {2, 1};
      case LSTM -> new int[] {4};
    };
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

  /** The tensors that decay: all but biases and the embedding, each as one row. */
  List<INDArray> decaying() {
    return layout.slots().stream()
        .filter(slot -> slot.name().contains("weight") && !slot.name().startsWith("embedding"))
        .map(slot -> matrix(slot.offset(), 1, slot.elements()))
        .toList();
  }

  private INDArray whole(String name) {
    Slot slot = layout.slot(name);
    return matrix(slot.offset(), slot.rows(), slot.columns());
  }

  private INDArray[] byGroup(Slot slot) {
    int hidden = layout.architecture().hiddenSize();
    int[] groups = groups(layout.architecture().cell());
    INDArray[] views = new INDArray[groups.length];
    boolean bias = slot.name().contains("bias");
    int offset = slot.offset();
    for (int group = 0; group < views.length; group++) {
      int rows = groups[group] * hidden;
      views[group] = bias ? matrix(offset, 1, rows) : matrix(offset, rows, slot.columns());
      offset += rows * slot.columns();
    }
    return views;
  }

  private INDArray matrix(int offset, int rows, int columns) {
    return flat.get(NDArrayIndex.interval(offset, offset + rows * columns))
        .reshape('c', rows, columns);
  }
}
