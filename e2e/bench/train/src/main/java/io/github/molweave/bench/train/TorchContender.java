package io.github.molweave.bench.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * libtorch through DJL: its embedding, its fused GRU or LSTM over all time steps and layers, its
 * linear layer, log-softmax and autograd; Adam by DJL's optimiser. The same first weights as ours.
 */
final class TorchContender implements Contender {
  private final Work work;
  private final NDManager manager = NDManager.newBaseManager();
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final Optimizer adam =
      Optimizer.adam().optLearningRateTracker(Tracker.fixed((float) LEARNING_RATE)).build();

  TorchContender(Work work, BatchFile batches, int threads) {
    this.work = work;
    JniUtils.setNumThreads(threads);
    ParameterLayout layout = new ParameterLayout(work.architecture(batches.vocabulary()));
    float[] values = layout.initialValues(1);
    for (Slot slot : layout.slots()) {
      float[] part = Arrays.copyOfRange(values, slot.offset(), slot.offset() + slot.elements());
      long[] shape = Arrays.stream(slot.shape()).asLongStream().toArray();
      NDArray array = manager.create(part, new Shape(shape));
      array.setRequiresGradient(true);
      parameters.put(slot.name(), array);
    }
  }

  @Override
  public double step(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      double loss;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray nll = loss(scope, batch);
        collector.backward(nll);
        loss = nll.getFloat();
      }
      update(scope);
      return loss;
    }
  }

  private NDArray loss(NDManager scope, Batch batch) {
    NDArray tokens = ids(scope, batch, batch.inputs());
    NDArray embedded =
        tokens
            .getNDArrayInternal()
            .embedding(tokens, parameters.get("embedding.weight"), SparseFormat.DENSE)
            .singletonOrThrow();
    NDArray hidden = recurrent(scope, embedded, batch.rows());
    NDArray logits =
        hidden
            .getNDArrayInternal()
            .linear(hidden, parameters.get("output.weight"), parameters.get("output.bias"))
            .singletonOrThrow();
    NDArray picked =
        logits.logSoftmax(-1).gather(ids(scope, batch, batch.targets()).expandDims(-1), 2);
    return picked.squeeze(-1).mul(weights(scope, batch)).sum().neg();
  }

  private NDArray recurrent(NDManager scope, NDArray input, int rows) {
    NDList weights = new NDList();
    for (int layer = 0; layer < work.layers(); layer++) {
      for (String name : new String[] {"weight_ih", "weight_hh", "bias_ih", "bias_hh"}) {
        weights.add(parameters.get("rnn." + name + "_l" + layer));
      }
    }
    NDArray state = scope.zeros(new Shape(work.layers(), rows, work.units()));
    var operators = input.getNDArrayInternal();
    NDList output =
        work.cell() == CellKind.LSTM
            ? operators.lstm(
                input,
                new NDList(state, state.duplicate()),
                weights,
                true,
                work.layers(),
                0,
                true,
                false,
                false)
            : operators.gru(input, state, weights, true, work.layers(), 0, true, false, false);
    return output.get(0);
  }

  private static NDArray ids(NDManager scope, Batch batch, int[] ids) {
    return scope.create(ids, new Shape(batch.steps(), batch.rows())).toType(DataType.INT64, false);
  }

  /** 1 / tokens where a token is, 0 in the padding. */
  private static NDArray weights(NDManager scope, Batch batch) {
    float[] weights = new float[batch.steps() * batch.rows()];
    for (int b = 0; b < batch.rows(); b++) {
      for (int t = 0; t < batch.lengths()[b]; t++) {
        weights[t * batch.rows() + b] = 1f / batch.predictions();
      }
    }
    return scope.create(weights, new Shape(batch.steps(), batch.rows()));
  }

  private void update(NDManager scope) {
    NDArray squares = scope.create(0f);
    for (NDArray parameter : parameters.values()) {
      NDArray gradient = parameter.getGradient();
      gradient.attach(scope);
      squares = squares.add(gradient.square().sum());
    }
    double norm = Math.sqrt(squares.getFloat());
    double factor = norm > CLIP_NORM ? CLIP_NORM / norm : 1;
    parameters.forEach(
        (name, parameter) -> {
          NDArray gradient = parameter.getGradient();
          gradient.attach(scope);
          if (factor < 1) {
            gradient.muli(factor);
          }
          adam.update(name, parameter, gradient);
          gradient.subi(gradient);
        });
  }

  @Override
  public String description() {
    return "libtorch " + Engine.getInstance().getVersion() + ", threads: " + JniUtils.getNumThreads();
  }
}
