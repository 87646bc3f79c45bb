package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.device.GoldenText;
import io.github.molweave.trainer.device.GoldenTraining;
import io.github.molweave.trainer.device.GoldenTraining.Distance;
import io.github.molweave.trainer.network.Nd4jDevice.Gates;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ND4J's device against PyTorch in float64: GRU and LSTM, one to three layers, ragged batches. */
class GoldenStepsTest {
  private static final List<GoldenTraining> NETWORKS = GoldenText.networks();

  @BeforeAll
  static void chooseNative() {
    NativeLibrary.choose();
  }

  @Test
  void gradientsAndTenStepsAreThoseOfPyTorch() {
    assertEquals(6, NETWORKS.size());
    for (GoldenTraining network : NETWORKS) {
      for (Gates gates : Gates.values()) {
        Distance distance =
            network.distanceOf(
                (layout, settings) -> new Nd4jDevice(layout, settings, NumberType.FLOAT, gates, 2));
        assertTrue(distance.worst() < 1e-4, network.layout().architecture() + " " + distance);
      }
    }
  }

  @Test
  void inDoubleTheyAreTheSameToFiveDigits() {
    for (GoldenTraining network : NETWORKS) {
      Distance distance =
          network.distanceOf(
              (layout, settings) ->
                  new Nd4jDevice(layout, settings, NumberType.DOUBLE, Gates.ARRAYS, 1));
      assertTrue(distance.worst() < 1e-5, network.layout().architecture() + " " + distance);
    }
  }
}
