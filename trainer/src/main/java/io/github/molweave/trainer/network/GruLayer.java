package io.github.molweave.trainer.network;

import io.github.molweave.trainer.network.Gemm.Result;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * One GRU layer in the reset-after form, forward and backward through time by hand. (ND4J's own
 * {@code gru} has wrong gradients whenever the previous state is not zero.)
 *
 * <p>With a = W_ih x + b_ih + b_hh for r and z, a_n = W_in x + b_in, q = W_hn h + b_hn:
 *
 * <pre>
 *   r = sigmoid(a_r + W_hr h)    z = sigmoid(a_z + W_hz h)    n = tanh(a_n + r * q)
 *   h' = n + z * (h - n)
 * </pre>
 *
 * Given dL/dh' (from above and from the next step), with * by element:
 *
 * <pre>
 *   dn = dh' * (1 - z) * (1 - n^2)      dz = dh' * (h - n) * z * (1 - z)
 *   dr = dn * q * r * (1 - r)           dq = dn * r
 *   dh += dh' * z + dr W_hr + dz W_hz + dq W_hn
 * </pre>
 *
 * The factors beside dh' and dn do not depend on the recursion, so they are computed for all steps
 * in bulk, and the weight gradients are one large product each: only three products per step remain
 * in the loop. Gradients agree with central differences to 1e-6 relative, {@code
 * GradientTest.everyGradientAgreesWithNumericDifferences}.
 */
final class GruLayer {
  private static final int R = 0;
  private static final int Z = 1;
  private static final int N = 2;

  private final GateParameters weights;
  private final GateParameters gradients;
  private final SequenceBuffer hidden;
  private final SequenceBuffer hiddenGradient;
  private final SequenceBuffer[] gates = new SequenceBuffer[3];
  private final SequenceBuffer[] gateGradients = new SequenceBuffer[3];
  private final SequenceBuffer candidate;
  private final SequenceBuffer candidateGradient;
  private final SequenceBuffer updateFactor;
  private final SequenceBuffer resetFactor;
  private final INDArray stepRows;
  private final INDArray onesOverRows;
  private final int batchSize;
  private GateInputs inputs;

  GruLayer(
      GateParameters weights,
      GateParameters gradients,
      DataType type,
      int steps,
      int batchSize,
      int hiddenSize) {
    this.weights = weights;
    this.gradients = gradients;
    this.batchSize = batchSize;
    this.hidden = new SequenceBuffer(type, steps + 1, batchSize, hiddenSize);
    this.hiddenGradient = new SequenceBuffer(type, steps, batchSize, hiddenSize);
    for (int gate = 0; gate < 3; gate++) {
      gates[gate] = new SequenceBuffer(type, steps, batchSize, hiddenSize);
      gateGradients[gate] = new SequenceBuffer(type, steps, batchSize, hiddenSize);
    }
    this.candidate = new SequenceBuffer(type, steps, batchSize, hiddenSize);
    this.candidateGradient = new SequenceBuffer(type, steps, batchSize, hiddenSize);
    this.updateFactor = new SequenceBuffer(type, steps, batchSize, hiddenSize);
    this.resetFactor = new SequenceBuffer(type, steps, batchSize, hiddenSize);
    this.stepRows = Nd4j.zeros(type, batchSize, hiddenSize);
    this.onesOverRows = Nd4j.ones(type, 1, (long) steps * batchSize);
  }

  /** Says where the layer's input comes from; once, before the first pass. */
  void readFrom(GateInputs inputs) {
    this.inputs = inputs;
  }

  /** The hidden states after steps 1..{@code steps}: [steps * B, H]. */
  INDArray hiddenStates(int steps) {
    return hidden.steps(1, steps + 1);
  }

  /** dL/dh of the same states: filled by whatever reads this layer, before {@link #backward}. */
  INDArray hiddenGradients(int steps) {
    return hiddenGradient.first(steps);
  }

  /** Runs {@code steps} steps from a zero state. */
  void forward(int steps) {
    inputs.forward(gates, steps);
    gates[R].first(steps).addiRowVector(weights.recurrentBias(R));
    gates[Z].first(steps).addiRowVector(weights.recurrentBias(Z));
    candidate.first(steps).assign(0).addiRowVector(weights.recurrentBias(N));
    for (int t = 0; t < steps; t++) {
      INDArray h = hidden.at(t);
      INDArray next = hidden.at(t + 1);
      INDArray r = gates[R].at(t);
      INDArray z = gates[Z].at(t);
      INDArray n = gates[N].at(t);
      INDArray q = candidate.at(t);
      Gemm.productWithTransposed(h, weights.recurrent(R), r, Result.ADD);
      Gemm.productWithTransposed(h, weights.recurrent(Z), z, Result.ADD);
      Gemm.productWithTransposed(h, weights.recurrent(N), q, Result.ADD);
      Transforms.sigmoid(r, false);
      Transforms.sigmoid(z, false);
      r.muli(q, stepRows);
      n.addi(stepRows);
      Transforms.tanh(n, false);
      h.subi(n, next);
      next.muli(z);
      next.addi(n);
    }
  }

  /** Turns {@link #hiddenGradients} into the gradients of all that the layer reads. */
  void backward(int steps) {
    computeLocalDerivatives(steps);
    for (int t = steps - 1; t >= 0; t--) {
      INDArray dh = hiddenGradient.at(t);
      INDArray dr = gateGradients[R].at(t);
      INDArray dz = gateGradients[Z].at(t);
      INDArray dn = gateGradients[N].at(t);
      INDArray dq = candidateGradient.at(t);
      dh.muli(gates[N].at(t), dn);
      dh.muli(updateFactor.at(t), dz);
      dn.muli(resetFactor.at(t), dr);
      dn.muli(gates[R].at(t), dq);
      if (t > 0) {
        INDArray before = hiddenGradient.at(t - 1);
        dh.muli(gates[Z].at(t), stepRows);
        before.addi(stepRows);
        Gemm.product(dr, weights.recurrent(R), before, Result.ADD);
        Gemm.product(dz, weights.recurrent(Z), before, Result.ADD);
        Gemm.product(dq, weights.recurrent(N), before, Result.ADD);
      }
    }
    computeWeightGradients(steps);
    inputs.backward(gateGradients, steps);
  }

  private void computeLocalDerivatives(int steps) {
    INDArray before = hidden.first(steps);
    INDArray r = gates[R].first(steps);
    INDArray z = gates[Z].first(steps);
    INDArray n = gates[N].first(steps);
    // The gate gradients are written later in the loop, so their memory may hold 1 - z until then.
    INDArray oneMinusZ = gateGradients[R].first(steps);
    z.rsubi(1.0, oneMinusZ);
    INDArray update = updateFactor.first(steps);
    before.subi(n, update);
    update.muli(z).muli(oneMinusZ);
    n.muli(n, n);
    n.rsubi(1.0).muli(oneMinusZ);
    INDArray reset = resetFactor.first(steps);
    r.rsubi(1.0, reset);
    reset.muli(r).muli(candidate.first(steps));
  }

  private void computeWeightGradients(int steps) {
    INDArray before = hidden.first(steps);
    for (int gate = 0; gate < 3; gate++) {
      SequenceBuffer source = gate == N ? candidateGradient : gateGradients[gate];
      INDArray rows = source.first(steps);
      Gemm.transposedProduct(rows, before, gradients.recurrent(gate), Result.REPLACE);
      ColumnSums.of(rows, onesOverRows, (long) steps * batchSize, gradients.recurrentBias(gate));
    }
  }
}
