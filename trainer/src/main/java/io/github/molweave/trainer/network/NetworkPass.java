package io.github.molweave.trainer.network;

import io.github.molweave.network.Architecture;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.Dropout.Lesson;
import io.github.molweave.trainer.network.Gemm.Result;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network's way forward and back for some molecules, with a gradient of its own. The parameters
 * are only read, so several passes may run at once.
 */
final class NetworkPass {
  private final int vocabulary;
  private final PassSize size;
  private final ParameterViews weights;
  private final ParameterViews gradients;
  private final INDArray gradient;
  private final EmbeddedTokens tokens;
  private final List<RecurrentLayer> layers = new ArrayList<>();
  private final List<Dropout> dropouts = new ArrayList<>();
  private final SequenceBuffer logits;
  private final ColumnSums columnSums;

  /**
   * @param settings decides dropout
   * @param size of the largest share of a batch
   * @param functions what is done between the products, of {@code size}'s number type
   */
  NetworkPass(
      ParameterLayout layout,
      ParameterViews weights,
      TransposedWeights transposed,
      StepSettings settings,
      PassSize size,
      GateFunctions functions,
      TokenRows tokenRows) {
    Architecture architecture = layout.architecture();
    this.vocabulary = architecture.vocabularySize();
    this.size = size;
    this.weights = weights;
    this.gradient = Nd4j.zeros(size.type(), layout.size());
    this.gradients = new ParameterViews(layout, gradient);
    this.tokens = new EmbeddedTokens(weights, gradients, size, tokenRows);
    for (int k = 0; k < architecture.layers(); k++) {
      GateInputs inputs = k == 0 ? tokens : below(k, architecture, transposed, settings);
      LayerParameters parameters =
          new LayerParameters(weights.gates(k), gradients.gates(k), transposed.recurrents(k));
      layers.add(
          switch (architecture.cell()) {
            case GRU_RESET_AFTER -> new GruLayer(parameters, inputs, size, functions);
            case GRU_RESET_BEFORE -> new GruResetBeforeLayer(parameters, inputs, size, functions);
            case LSTM -> new LstmLayer(parameters, inputs, size, functions);
          });
    }
    this.logits = new SequenceBuffer(size, 0, vocabulary);
    this.columnSums = ColumnSums.overSteps(size);
  }

  private LayerBelow below(
      int k, Architecture architecture, TransposedWeights transposed, StepSettings settings) {
    Dropout dropout =
        new Dropout(settings, k, architecture.layers(), architecture.hiddenSize(), size);
    dropouts.add(dropout);
    return new LayerBelow(
        layers.get(k - 1),
        weights.gates(k),
        gradients.gates(k),
        transposed.inputs(k),
        dropout,
        size);
  }

  /** The gradient that {@link #backward} left, in the order of the layout. */
  INDArray gradient() {
    return gradient;
  }

  /** The logits of {@code batch}: row {@code t * B + b}, V columns. */
  double[] forward(Batch batch, Lesson lesson) {
    int steps = batch.steps();
    size.rows(batch.rows());
    tokens.load(batch);
    dropouts.forEach(dropout -> dropout.begin(lesson));
    for (RecurrentLayer layer : layers) {
      layer.forward(steps);
    }
    INDArray scores = logits.first(steps);
    Gemm.productWithTransposed(
        top().hiddenStates(steps), weights.outputWeight(), scores, Result.REPLACE);
    scores.addiRowVector(weights.outputBias());
    return HostCopy.read(scores, steps * batch.rows() * vocabulary);
  }

  /** Sum over {@code batch} of the negative log-likelihood, nats. */
  double totalNll(Batch batch, Lesson lesson) {
    return SoftmaxCrossEntropy.lossAndGradient(forward(batch, lesson), vocabulary, batch, 1);
  }

  /**
   * Leaves the gradient of the loss times {@code scale} in {@link #gradient}.
   *
   * @return the loss: the sum of the negative log-likelihoods, nats
   */
  double backward(Batch batch, Lesson lesson, double scale) {
    double[] values = forward(batch, lesson);
    double nll = SoftmaxCrossEntropy.lossAndGradient(values, vocabulary, batch, scale);
    int steps = batch.steps();
    INDArray scores = logits.first(steps);
    HostCopy.write(values, scores);
    Gemm.transposedProduct(
        scores, top().hiddenStates(steps), gradients.outputWeight(), Result.REPLACE);
    columnSums.of(scores, gradients.outputBias());
    Gemm.product(scores, weights.outputWeight(), top().hiddenGradients(steps), Result.REPLACE);
    for (int k = layers.size() - 1; k >= 0; k--) {
      layers.get(k).backward(steps);
    }
    return nll;
  }

  private RecurrentLayer top() {
    return layers.get(layers.size() - 1);
  }
}
