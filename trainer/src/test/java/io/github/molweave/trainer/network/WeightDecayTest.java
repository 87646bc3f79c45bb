package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WeightDecayTest {
  private static final double RATE = 0.1;
  private static final double DECAY = 0.25;

  @BeforeAll
  static void chooseNative() {
    NativeLibrary.choose();
  }

  /** Decoupled: the update of Adam is the same, and beside it a weight loses rate * decay of it. */
  @Test
  void weightsLoseAPartOfThemselvesAndBiasesAndEmbeddingNothing() {
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, 5, 3, 4, 2));
    float[] start = layout.initialValues(1);
    float[] plain = afterOneStep(layout, start, 0);
    float[] decayed = afterOneStep(layout, start, DECAY);
    for (Slot slot : layout.slots()) {
      boolean decays = slot.name().matches("(rnn|output)\\.weight.*");
      for (int i = slot.offset(); i < slot.offset() + slot.elements(); i++) {
        double lost = decays ? RATE * DECAY * start[i] : 0;
        assertEquals(plain[i] - lost, decayed[i], 1e-6, slot.name());
      }
    }
  }

  private static float[] afterOneStep(ParameterLayout layout, float[] start, double decay) {
    int[] tokens = {0, 1, 2, 3, 4, 0};
    Batch batch = new Batch(2, 3, tokens, tokens, new int[] {3, 2});
    StepSettings settings = new StepSettings(2, 3, 1, 0, decay, 0);
    try (Nd4jDevice device = new Nd4jDevice(layout, settings, NumberType.FLOAT)) {
      device.restore(NetworkState.fresh(start));
      device.trainStep(batch, RATE);
      return device.state().parameters();
    }
  }
}
