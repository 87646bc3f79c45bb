package io.github.molweave.trainer.network;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.network.Gemm.Result;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A GRU network on the CPU by ND4J. All memory is taken once, for the largest batch; a smaller
 * batch leaves rows unused that then carry zeros and add nothing to loss or gradient.
 *
 * <p>Adam as in Kingma and Ba 2015 (arXiv:1412.6980, algorithm 1) with beta 0.9 and 0.999, epsilon
 * 1e-8. The same state, batches and settings give the same bits on one machine with one number of
 * threads, {@code TrainingLoopTest.aResumedRunEndsInTheSameBits}.
 */
public final class Nd4jDevice implements TrainingDevice {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final ParameterLayout layout;
  private final int batchSize;
  private final int longest;
  private final double clipNorm;
  private final INDArray parameters;
  private final INDArray gradient;
  private final INDArray firstMoment;
  private final INDArray secondMoment;
  private final ParameterViews weights;
  private final ParameterViews gradients;
  private final EmbeddedTokens tokens;
  private final List<GruLayer> layers = new ArrayList<>();
  private final SequenceBuffer logits;
  private final INDArray onesOverRows;
  private int updates;

  /** The arithmetic of a device. */
  public enum NumberType {
    /** 32-bit: for training. */
    FLOAT(DataType.FLOAT),
    /** 64-bit: for checking gradients. */
    DOUBLE(DataType.DOUBLE);

    private final DataType type;

    NumberType(DataType type) {
      this.type = type;
    }
  }

  /**
   * @param layout the network's tensors; its cell must be {@link CellKind#GRU_RESET_AFTER}
   * @param settings sizes and clipping; dropout and weight decay must be 0 so far
   */
  public Nd4jDevice(ParameterLayout layout, StepSettings settings, NumberType numberType) {
    Architecture architecture = layout.architecture();
    if (architecture.cell() != CellKind.GRU_RESET_AFTER) {
      throw new IllegalArgumentException(
          "training knows the cell gru-reset-after, not " + architecture.cell().id());
    }
    if (settings.dropout() > 0 || settings.weightDecay() > 0) {
      throw new IllegalArgumentException("training knows neither dropout nor weight decay so far");
    }
    DataType type = numberType.type;
    this.layout = layout;
    this.batchSize = settings.batchSize();
    this.longest = settings.longest();
    this.clipNorm = settings.clipNorm();
    this.parameters = Nd4j.zeros(type, layout.size());
    this.gradient = Nd4j.zeros(type, layout.size());
    this.firstMoment = Nd4j.zeros(type, layout.size());
    this.secondMoment = Nd4j.zeros(type, layout.size());
    this.weights = new ParameterViews(layout, parameters);
    this.gradients = new ParameterViews(layout, gradient);
    this.tokens = new EmbeddedTokens(weights, gradients, type, longest, batchSize);
    for (int k = 0; k < architecture.layers(); k++) {
      GateParameters own = weights.gates(k);
      GateParameters ownGradients = gradients.gates(k);
      GruLayer layer =
          new GruLayer(own, ownGradients, type, longest, batchSize, architecture.hiddenSize());
      layer.readFrom(
          k == 0
              ? tokens
              : new LayerBelow(layers.get(k - 1), own, ownGradients, type, longest, batchSize));
      layers.add(layer);
    }
    this.logits = new SequenceBuffer(type, longest, batchSize, architecture.vocabularySize());
    this.onesOverRows = Nd4j.ones(type, 1, (long) longest * batchSize);
  }

  @Override
  public String description() {
    return NativeLibrary.describe();
  }

  @Override
  public StepResult trainStep(Batch batch, double learningRate) {
    double nll = forwardAndBackward(batch);
    double norm = gradient.norm2Number().doubleValue();
    if (norm > clipNorm) {
      gradient.muli(clipNorm / norm);
    }
    Nd4j.exec(
        new AdamUpdater(
            gradient, secondMoment, firstMoment, learningRate, BETA1, BETA2, EPSILON, updates));
    parameters.subi(gradient);
    updates++;
    return new StepResult(nll / batch.predictions(), norm);
  }

  @Override
  public double totalNll(Batch batch) {
    forward(batch);
    double[] values = HostCopy.read(logits.first(longest), used(batch));
    return SoftmaxCrossEntropy.lossAndGradient(
        values, batchSize, layout.architecture().vocabularySize(), batch);
  }

  /** The gradient of the mean loss over {@code batch}, unclipped, in the order of the layout. */
  double[] gradient(Batch batch) {
    forwardAndBackward(batch);
    return HostCopy.read(gradient, layout.size());
  }

  /** The logits of {@code batch}: row {@code t * batchSize + b}, V columns. */
  double[] logits(Batch batch) {
    forward(batch);
    return HostCopy.read(logits.first(longest), used(batch));
  }

  /** Sets one parameter, unrounded where the device computes in double. */
  void putParameter(int index, double value) {
    parameters.putScalar(index, value);
  }

  private int used(Batch batch) {
    return batch.steps() * batchSize * layout.architecture().vocabularySize();
  }

  private void forward(Batch batch) {
    if (batch.rows() > batchSize || batch.steps() > longest) {
      throw new IllegalArgumentException(
          "the batch has "
              + batch.rows()
              + " molecules of up to "
              + batch.steps()
              + " steps; this device was made for "
              + batchSize
              + " of "
              + longest);
    }
    int steps = batch.steps();
    tokens.load(batch);
    for (GruLayer layer : layers) {
      layer.forward(steps);
    }
    INDArray scores = logits.first(steps);
    Gemm.productWithTransposed(
        top().hiddenStates(steps), weights.outputWeight(), scores, Result.REPLACE);
    scores.addiRowVector(weights.outputBias());
  }

  private GruLayer top() {
    return layers.get(layers.size() - 1);
  }

  private double forwardAndBackward(Batch batch) {
    forward(batch);
    double[] values = HostCopy.read(logits.first(longest), used(batch));
    double nll =
        SoftmaxCrossEntropy.lossAndGradient(
            values, batchSize, layout.architecture().vocabularySize(), batch);
    HostCopy.write(values, logits.first(longest));
    int steps = batch.steps();
    INDArray scores = logits.first(steps);
    Gemm.transposedProduct(
        scores, top().hiddenStates(steps), gradients.outputWeight(), Result.REPLACE);
    ColumnSums.of(scores, onesOverRows, (long) steps * batchSize, gradients.outputBias());
    Gemm.product(scores, weights.outputWeight(), top().hiddenGradients(steps), Result.REPLACE);
    for (int k = layers.size() - 1; k >= 0; k--) {
      layers.get(k).backward(steps);
    }
    return nll;
  }

  @Override
  public NetworkState state() {
    int size = layout.size();
    return new NetworkState(
        HostCopy.readFloats(parameters, size),
        HostCopy.readFloats(firstMoment, size),
        HostCopy.readFloats(secondMoment, size),
        updates);
  }

  @Override
  public void restore(NetworkState state) {
    if (state.parameters().length != layout.size()) {
      throw new IllegalArgumentException(
          "a state of "
              + state.parameters().length
              + " parameters does not fit a network of "
              + layout.size());
    }
    HostCopy.write(state.parameters(), parameters);
    HostCopy.write(state.firstMoment(), firstMoment);
    HostCopy.write(state.secondMoment(), secondMoment);
    updates = state.updates();
  }

  @Override
  public void close() {
    for (INDArray array : List.of(parameters, gradient, firstMoment, secondMoment)) {
      array.close();
    }
  }
}
