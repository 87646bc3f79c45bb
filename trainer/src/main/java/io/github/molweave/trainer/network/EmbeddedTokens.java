package io.github.molweave.trainer.network;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The first layer's input. Every token has one of V embeddings, so W_ih x + b is computed once per
 * token of the vocabulary, a table P [V, H] per gate, and spread over the batch by a product with
 * the one-hot inputs X [T * B, V]: V products instead of T * B.
 *
 * <p>Backward: dP = X^T dG, then dW = dP^T emb, db = column sums of dP, demb += dP W.
 */
final class EmbeddedTokens implements GateInputs {
  private final INDArray embedding;
  private final INDArray embeddingGradient;
  private final GateParameters weights;
  private final GateParameters gradients;
  private final SequenceBuffer oneHot;
  private final INDArray[] table;
  private final INDArray onesOverVocabulary;
  private final int batchSize;

  EmbeddedTokens(
      ParameterViews parameters, ParameterViews gradients, DataType type, int steps, int batch) {
    int vocabulary = parameters.architecture().vocabularySize();
    this.embedding = parameters.embedding();
    this.embeddingGradient = gradients.embedding();
    this.weights = parameters.gates(0);
    this.gradients = gradients.gates(0);
    this.oneHot = new SequenceBuffer(type, steps, batch, vocabulary);
    this.table = new INDArray[weights.gates()];
    for (int gate = 0; gate < table.length; gate++) {
      table[gate] = Nd4j.zeros(type, vocabulary, parameters.architecture().hiddenSize());
    }
    this.onesOverVocabulary = Nd4j.ones(type, 1, vocabulary);
    this.batchSize = batch;
  }

  /** Takes the tokens of the next forward pass. */
  void load(Batch batch) {
    INDArray rows = oneHot.first(batch.steps());
    rows.assign(0);
    for (int b = 0; b < batch.rows(); b++) {
      for (int t = 0; t < batch.lengths()[b]; t++) {
        rows.putScalar((long) t * batchSize + b, batch.inputs()[t * batch.rows() + b], 1);
      }
    }
  }

  @Override
  public void forward(SequenceBuffer[] gates, int steps) {
    for (int gate = 0; gate < table.length; gate++) {
      Gemm.productWithTransposed(embedding, weights.input(gate), table[gate], Result.REPLACE);
      table[gate].addiRowVector(weights.inputBias(gate));
      Gemm.product(oneHot.first(steps), table[gate], gates[gate].first(steps), Result.REPLACE);
    }
  }

  @Override
  public void backward(SequenceBuffer[] gateGradients, int steps) {
    embeddingGradient.assign(0);
    for (int gate = 0; gate < table.length; gate++) {
      INDArray perToken = table[gate];
      Gemm.transposedProduct(
          oneHot.first(steps), gateGradients[gate].first(steps), perToken, Result.REPLACE);
      Gemm.transposedProduct(perToken, embedding, gradients.input(gate), Result.REPLACE);
      Gemm.product(onesOverVocabulary, perToken, gradients.inputBias(gate), Result.REPLACE);
      Gemm.product(perToken, weights.input(gate), embeddingGradient, Result.ADD);
    }
  }
}
