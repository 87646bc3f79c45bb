package io.github.molweave.trainer.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@link GateFunctions} by ND4J's operations: the plainest form of the equations, for any number
 * type and any device. A pass over memory for each operation makes it slower than the products on a
 * CPU leave time for.
 */
final class ArrayFunctions implements GateFunctions {
  @Override
  public Gru gru(GruState state) {
    return new ArrayGru(state);
  }

  @Override
  public GruResetBefore gruResetBefore(GruResetBeforeState state) {
    return new ArrayGruResetBefore(state);
  }

  @Override
  public Lstm lstm(LstmState state) {
    return new ArrayLstm(state);
  }

  /** Columns of one gate of a group. */
  private static INDArray gate(SequenceBuffer group, int t, int gate, int gates) {
    int units = group.width() / gates;
    return group
        .at(t)
        .get(
            NDArrayIndex.all(),
            NDArrayIndex.interval((long) gate * units, (long) (gate + 1) * units));
  }

  /** s * (1 - s), the derivative of a sigmoid with value s. */
  private static INDArray sigmoidSlope(INDArray s) {
    return s.rsub(1.0).muli(s);
  }

  /** 1 - y^2, the derivative of a hyperbolic tangent with value y. */
  private static INDArray tanhSlope(INDArray y) {
    return y.mul(y).rsubi(1.0);
  }

  private static INDArray sigmoid(INDArray values) {
    return Transforms.sigmoid(values, true);
  }

  private static INDArray tanh(INDArray values) {
    return Transforms.tanh(values, true);
  }

  /** h' = n + z * (h - n). */
  private static void blend(SequenceBuffer hidden, int t, INDArray z, INDArray n) {
    hidden.at(t + 1).assign(hidden.at(t).sub(n).muli(z).addi(n));
  }

  private static final class ArrayGru implements Gru {
    private final GruState state;
    private INDArray gateBias;
    private INDArray inputBias;
    private INDArray recurrentBias;

    ArrayGru(GruState state) {
      this.state = state;
    }

    @Override
    public void biases(INDArray gates, INDArray input, INDArray recurrent) {
      gateBias = gates;
      inputBias = input;
      recurrentBias = recurrent;
    }

    @Override
    public void forward(int t) {
      INDArray rz = state.resetUpdate().at(t);
      rz.assign(sigmoid(rz.add(state.products().at(0)).addiRowVector(gateBias)));
      INDArray q = state.recurrent().at(t).addiRowVector(recurrentBias);
      INDArray n = state.candidate().at(t);
      INDArray r = gate(state.resetUpdate(), t, 0, 2);
      n.assign(tanh(n.add(r.mul(q)).addiRowVector(inputBias)));
      blend(state.hidden(), t, gate(state.resetUpdate(), t, 1, 2), n);
    }

    @Override
    public void backward(int t) {
      INDArray r = gate(state.resetUpdate(), t, 0, 2);
      INDArray z = gate(state.resetUpdate(), t, 1, 2);
      INDArray n = state.candidate().at(t);
      INDArray q = state.recurrent().at(t);
      INDArray dh = state.hiddenGradient().at(t);
      if (t > 0) {
        state.hiddenGradient().at(t - 1).addi(dh.mul(z));
      }
      INDArray dn = dh.mul(z.rsub(1.0)).muli(tanhSlope(n));
      INDArray dz = dh.mul(state.hidden().at(t).sub(n)).muli(sigmoidSlope(z));
      INDArray dr = dn.mul(q).muli(sigmoidSlope(r));
      q.assign(dn.mul(r));
      n.assign(dn);
      r.assign(dr);
      z.assign(dz);
    }
  }

  private static final class ArrayGruResetBefore implements GruResetBefore {
    private final GruResetBeforeState state;
    private INDArray gateBias;
    private INDArray candidateBias;

    ArrayGruResetBefore(GruResetBeforeState state) {
      this.state = state;
    }

    @Override
    public void biases(INDArray gates, INDArray candidate) {
      gateBias = gates;
      candidateBias = candidate;
    }

    @Override
    public void gates(int t) {
      INDArray rz = state.resetUpdate().at(t);
      rz.assign(sigmoid(rz.add(state.products().at(0)).addiRowVector(gateBias)));
      INDArray r = gate(state.resetUpdate(), t, 0, 2);
      state.resetHidden().at(t).assign(r.mul(state.hidden().at(t)));
    }

    @Override
    public void candidate(int t) {
      INDArray n = state.candidate().at(t);
      n.assign(tanh(n.add(state.resetProducts().at(0)).addiRowVector(candidateBias)));
      blend(state.hidden(), t, gate(state.resetUpdate(), t, 1, 2), n);
    }

    @Override
    public void candidateBackward(int t) {
      INDArray z = gate(state.resetUpdate(), t, 1, 2);
      INDArray n = state.candidate().at(t);
      INDArray dh = state.hiddenGradient().at(t);
      if (t > 0) {
        state.hiddenGradient().at(t - 1).addi(dh.mul(z));
      }
      INDArray dn = dh.mul(z.rsub(1.0)).muli(tanhSlope(n));
      z.assign(dh.mul(state.hidden().at(t).sub(n)).muli(sigmoidSlope(z)));
      n.assign(dn);
    }

    @Override
    public void resetBackward(int t) {
      INDArray r = gate(state.resetUpdate(), t, 0, 2);
      INDArray ds = state.resetProducts().at(0);
      if (t > 0) {
        state.hiddenGradient().at(t - 1).addi(ds.mul(r));
      }
      r.assign(ds.mul(state.hidden().at(t)).muli(sigmoidSlope(r)));
    }
  }

  private static final class ArrayLstm implements Lstm {
    private final LstmState state;
    private INDArray bias;

    ArrayLstm(LstmState state) {
      this.state = state;
    }

    @Override
    public void biases(INDArray gates) {
      bias = gates;
    }

    @Override
    public void forward(int t) {
      state.gates().at(t).addi(state.products().at(0)).addiRowVector(bias);
      INDArray[] gates = gates(t);
      for (int gate = 0; gate < 4; gate++) {
        gates[gate].assign(gate == 2 ? tanh(gates[gate]) : sigmoid(gates[gate]));
      }
      INDArray cell = state.cell().at(t).mul(gates[1]).addi(gates[0].mul(gates[2]));
      state.cell().at(t + 1).assign(cell);
      state.hidden().at(t + 1).assign(tanh(cell).muli(gates[3]));
    }

    @Override
    public void backward(int t) {
      INDArray[] gates = gates(t);
      INDArray dh = state.hiddenGradient().at(t);
      INDArray outside = tanh(state.cell().at(t + 1));
      INDArray dc = state.cellGradient().at(0);
      dc.addi(dh.mul(gates[3]).muli(tanhSlope(outside)));
      INDArray dInput = dc.mul(gates[2]).muli(sigmoidSlope(gates[0]));
      INDArray dForget = dc.mul(state.cell().at(t)).muli(sigmoidSlope(gates[1]));
      INDArray dCandidate = dc.mul(gates[0]).muli(tanhSlope(gates[2]));
      INDArray dOutput = dh.mul(outside).muli(sigmoidSlope(gates[3]));
      dc.muli(gates[1]);
      gates[0].assign(dInput);
      gates[1].assign(dForget);
      gates[2].assign(dCandidate);
      gates[3].assign(dOutput);
    }

    private INDArray[] gates(int t) {
      INDArray[] gates = new INDArray[4];
      for (int gate = 0; gate < 4; gate++) {
        gates[gate] = gate(state.gates(), t, gate, 4);
      }
      return gates;
    }
  }
}
