package io.github.molweave.trainer.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link GateFunctions} in one pass over each row, for 32-bit numbers on the CPU. The gradients
 * agree with those of {@link ArrayFunctions} in double, {@code FloatFunctionsTest}.
 */
final class FloatFunctions implements GateFunctions {
  @Override
  public Gru gru(GruState state) {
    return new FloatGru(state);
  }

  @Override
  public GruResetBefore gruResetBefore(GruResetBeforeState state) {
    return new FloatGruResetBefore(state);
  }

  @Override
  public Lstm lstm(LstmState state) {
    return new FloatLstm(state);
  }

  private static float[] values(INDArray array) {
    return array.dup().data().asFloat();
  }

  private static void add(float[] to, float[] a, float[] b) {
    for (int i = 0; i < to.length; i++) {
      to[i] += a[i] + b[i];
    }
  }

  /** h = n + z * (h - n), z standing behind r. */
  private static void blend(float[] h, float[] rz, float[] n) {
    int units = h.length;
    for (int i = 0; i < units; i++) {
      h[i] = n[i] + rz[units + i] * (h[i] - n[i]);
    }
  }

  /** to += dh * z, z standing behind r. */
  private static void carry(float[] to, float[] dh, float[] rz) {
    int units = dh.length;
    for (int i = 0; i < units; i++) {
      to[i] += dh[i] * rz[units + i];
    }
  }

  /** n becomes dn, and z, standing behind r, becomes dz. */
  private static void candidateAndUpdate(float[] n, float[] rz, float[] dh, float[] h) {
    int units = dh.length;
    for (int i = 0; i < units; i++) {
      float z = rz[units + i];
      float value = n[i];
      float passed = dh[i] * (1 - z);
      rz[units + i] = passed * (h[i] - value) * z;
      n[i] = passed * (1 - value * value);
    }
  }

  private static final class FloatGru implements Gru {
    private final GruState state;
    private final FloatRows rz;
    private final FloatRows n;
    private final FloatRows q;
    private final FloatRows products;
    private final FloatRows hidden;
    private final FloatRows gradient;
    private final FloatRows before;
    private float[] gateBias;
    private float[] inputBias;
    private float[] recurrentBias;

    FloatGru(GruState state) {
      this.state = state;
      rz = new FloatRows(state.resetUpdate());
      n = new FloatRows(state.candidate());
      q = new FloatRows(state.recurrent());
      products = new FloatRows(state.products());
      hidden = new FloatRows(state.hidden());
      gradient = new FloatRows(state.hiddenGradient());
      before = new FloatRows(state.hiddenGradient());
    }

    @Override
    public void biases(INDArray gates, INDArray input, INDArray recurrent) {
      gateBias = values(gates);
      inputBias = values(input);
      recurrentBias = values(recurrent);
    }

    @Override
    public void forward(int t) {
      for (int b = 0; b < state.hidden().rows(); b++) {
        add(rz.read(t, b), products.read(0, b), gateBias);
        FloatMath.sigmoid(rz.row, 0, rz.row.length);
        reset(n.read(t, b), q.read(t, b));
        FloatMath.tanh(n.row, 0, n.row.length);
        blend(hidden.read(t, b), rz.row, n.row);
        rz.write(t, b);
        n.write(t, b);
        q.write(t, b);
        hidden.write(t + 1, b);
      }
    }

    private void reset(float[] n, float[] q) {
      float[] r = rz.row;
      float[] input = inputBias;
      float[] recurrent = recurrentBias;
      for (int i = 0; i < n.length; i++) {
        q[i] += recurrent[i];
        n[i] += input[i] + r[i] * q[i];
      }
    }

    @Override
    public void backward(int t) {
      for (int b = 0; b < state.hidden().rows(); b++) {
        rz.read(t, b);
        gradient.read(t, b);
        if (t > 0) {
          carry(before.read(t - 1, b), gradient.row, rz.row);
          before.write(t - 1, b);
        }
        candidateAndUpdate(n.read(t, b), rz.row, gradient.row, hidden.read(t, b));
        resetGradients(rz.row, n.row, q.read(t, b));
        rz.write(t, b);
        n.write(t, b);
        q.write(t, b);
      }
    }

    private static void resetGradients(float[] rz, float[] dn, float[] q) {
      for (int i = 0; i < dn.length; i++) {
        float r = rz[i];
        float dq = dn[i] * r;
        rz[i] = dq * q[i] * (1 - r);
        q[i] = dq;
      }
    }
  }

  private static final class FloatGruResetBefore implements GruResetBefore {
    private final GruResetBeforeState state;
    private final FloatRows rz;
    private final FloatRows n;
    private final FloatRows resetHidden;
    private final FloatRows products;
    private final FloatRows resetProducts;
    private final FloatRows hidden;
    private final FloatRows gradient;
    private final FloatRows before;
    private float[] gateBias;
    private float[] candidateBias;

    FloatGruResetBefore(GruResetBeforeState state) {
      this.state = state;
      rz = new FloatRows(state.resetUpdate());
      n = new FloatRows(state.candidate());
      resetHidden = new FloatRows(state.resetHidden());
      products = new FloatRows(state.products());
      resetProducts = new FloatRows(state.resetProducts());
      hidden = new FloatRows(state.hidden());
      gradient = new FloatRows(state.hiddenGradient());
      before = new FloatRows(state.hiddenGradient());
    }

    @Override
    public void biases(INDArray gates, INDArray candidate) {
      gateBias = values(gates);
      candidateBias = values(candidate);
    }

    @Override
    public void gates(int t) {
      for (int b = 0; b < state.hidden().rows(); b++) {
        add(rz.read(t, b), products.read(0, b), gateBias);
        FloatMath.sigmoid(rz.row, 0, rz.row.length);
        multiply(rz.row, hidden.read(t, b), resetHidden.row);
        rz.write(t, b);
        resetHidden.write(t, b);
      }
    }

    private static void multiply(float[] r, float[] h, float[] result) {
      for (int i = 0; i < h.length; i++) {
        result[i] = r[i] * h[i];
      }
    }

    @Override
    public void candidate(int t) {
      for (int b = 0; b < state.hidden().rows(); b++) {
        add(n.read(t, b), resetProducts.read(0, b), candidateBias);
        FloatMath.tanh(n.row, 0, n.row.length);
        blend(hidden.read(t, b), rz.read(t, b), n.row);
        n.write(t, b);
        hidden.write(t + 1, b);
      }
    }

    @Override
    public void candidateBackward(int t) {
      for (int b = 0; b < state.hidden().rows(); b++) {
        rz.read(t, b);
        gradient.read(t, b);
        if (t > 0) {
          carry(before.read(t - 1, b), gradient.row, rz.row);
          before.write(t - 1, b);
        }
        candidateAndUpdate(n.read(t, b), rz.row, gradient.row, hidden.read(t, b));
        rz.write(t, b);
        n.write(t, b);
      }
    }

    @Override
    public void resetBackward(int t) {
      for (int b = 0; b < state.hidden().rows(); b++) {
        rz.read(t, b);
        resetProducts.read(0, b);
        if (t > 0) {
          accumulate(before.read(t - 1, b), resetProducts.row, rz.row);
          before.write(t - 1, b);
        }
        resetGradient(rz.row, resetProducts.row, hidden.read(t, b));
        rz.write(t, b);
      }
    }

    private static void accumulate(float[] to, float[] ds, float[] r) {
      for (int i = 0; i < to.length; i++) {
        to[i] += ds[i] * r[i];
      }
    }

    private static void resetGradient(float[] r, float[] ds, float[] h) {
      for (int i = 0; i < ds.length; i++) {
        r[i] = ds[i] * h[i] * r[i] * (1 - r[i]);
      }
    }
  }

  private static final class FloatLstm implements Lstm {
    private final LstmState state;
    private final FloatRows gates;
    private final FloatRows products;
    private final FloatRows cell;
    private final FloatRows before;
    private final FloatRows cellGradient;
    private final FloatRows hidden;
    private final FloatRows gradient;
    private float[] bias;

    FloatLstm(LstmState state) {
      this.state = state;
      gates = new FloatRows(state.gates());
      products = new FloatRows(state.products());
      cell = new FloatRows(state.cell());
      before = new FloatRows(state.cell());
      cellGradient = new FloatRows(state.cellGradient());
      hidden = new FloatRows(state.hidden());
      gradient = new FloatRows(state.hiddenGradient());
    }

    @Override
    public void biases(INDArray gates) {
      bias = values(gates);
    }

    @Override
    public void forward(int t) {
      int units = hidden.row.length;
      for (int b = 0; b < state.hidden().rows(); b++) {
        add(gates.read(t, b), products.read(0, b), bias);
        FloatMath.sigmoid(gates.row, 0, 2 * units);
        FloatMath.tanh(gates.row, 2 * units, 3 * units);
        FloatMath.sigmoid(gates.row, 3 * units, 4 * units);
        remember(gates.row, cell.read(t, b), hidden.row);
        cell.write(t + 1, b);
        FloatMath.tanh(hidden.row, 0, units);
        show(gates.row, hidden.row);
        gates.write(t, b);
        hidden.write(t + 1, b);
      }
    }

    private static void remember(float[] gates, float[] c, float[] copy) {
      int units = c.length;
      for (int i = 0; i < units; i++) {
        float kept = gates[units + i] * c[i] + gates[i] * gates[2 * units + i];
        c[i] = kept;
        copy[i] = kept;
      }
    }

    private static void show(float[] gates, float[] h) {
      int units = h.length;
      for (int i = 0; i < units; i++) {
        h[i] *= gates[3 * units + i];
      }
    }

    @Override
    public void backward(int t) {
      int units = hidden.row.length;
      for (int b = 0; b < state.hidden().rows(); b++) {
        gates.read(t, b);
        FloatMath.tanh(cell.read(t + 1, b), 0, units);
        output(gates.row, cell.row, gradient.read(t, b), cellGradient.read(0, b));
        others(gates.row, before.read(t, b), cellGradient.row);
        gates.write(t, b);
        cellGradient.write(0, b);
      }
    }

    private static void output(float[] gates, float[] tanh, float[] dh, float[] dc) {
      int units = dh.length;
      for (int i = 0; i < units; i++) {
        float o = gates[3 * units + i];
        float shown = dh[i] * o;
        dc[i] += shown * (1 - tanh[i] * tanh[i]);
        gates[3 * units + i] = shown * tanh[i] * (1 - o);
      }
    }

    private static void others(float[] gates, float[] c, float[] dc) {
      int units = dc.length;
      for (int i = 0; i < units; i++) {
        float input = gates[i];
        float forget = gates[units + i];
        float candidate = gates[2 * units + i];
        float kept = dc[i] * forget;
        gates[i] = dc[i] * candidate * input * (1 - input);
        gates[units + i] = kept * c[i] * (1 - forget);
        gates[2 * units + i] = dc[i] * input * (1 - candidate * candidate);
        dc[i] = kept;
      }
    }
  }
}
