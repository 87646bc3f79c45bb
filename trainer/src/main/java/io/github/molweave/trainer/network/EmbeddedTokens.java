package io.github.molweave.trainer.network;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The first layer's input. Every token has one of V embeddings, so W_ih x is computed once per
 * token of the vocabulary, a table P [V, G] per group of gates, and spread over the batch: V
 * products instead of T * B.
 *
 * <p>Backward: dP sums the rows of dG by token, then dW = dP^T emb, db = column sums of dP, demb +=
 * dP W.
 */
final class EmbeddedTokens implements GateInputs {
  private final INDArray embedding;
  private final INDArray embeddingGradient;
  private final GateParameters weights;
  private final GateParameters gradients;
  private final TokenRows rows;
  private final INDArray[] tables;
  private final ColumnSums columnSums;

  EmbeddedTokens(
      ParameterViews parameters, ParameterViews gradients, PassSize size, TokenRows rows) {
    int vocabulary = parameters.architecture().vocabularySize();
    this.embedding = parameters.embedding();
    this.embeddingGradient = gradients.embedding();
    this.weights = parameters.gates(0);
    this.gradients = gradients.gates(0);
    this.rows = rows;
    this.tables = new INDArray[weights.groups()];
    for (int group = 0; group < tables.length; group++) {
      tables[group] = Nd4j.zeros(size.type(), vocabulary, weights.width(group));
    }
    this.columnSums = new ColumnSums(size, vocabulary);
  }

  /** Takes the tokens of the next forward pass. */
  void load(Batch batch) {
    rows.load(batch);
  }

  @Override
  public void forward(SequenceBuffer[] groups, int steps) {
    for (int group = 0; group < tables.length; group++) {
      Gemm.productWithTransposed(embedding, weights.input(group), tables[group], Result.REPLACE);
      rows.spread(tables[group], groups[group], steps);
    }
  }

  @Override
  public void backward(SequenceBuffer[] groupGradients, int steps) {
    for (int group = 0; group < tables.length; group++) {
      INDArray perToken = tables[group];
      rows.collect(groupGradients[group], steps, perToken);
      Gemm.transposedProduct(perToken, embedding, gradients.input(group), Result.REPLACE);
      columnSums.of(perToken, gradients.inputBias(group));
      Gemm.product(
          perToken,
          weights.input(group),
          embeddingGradient,
          group == 0 ? Result.REPLACE : Result.ADD);
    }
  }
}
