package io.github.molweave.trainer.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class StepSettingsTest {
  @Test
  void everyValueOutOfItsRangeIsRefusedByName() {
    refused("batch must be 1 or more, not 0", 0, 1, 1, 0, 0);
    refused("the longest batch must be 1 or more, not 0", 1, 0, 1, 0, 0);
    refused("clip must be above 0, not 0.0", 1, 1, 0, 0, 0);
    refused("clip must be above 0, not NaN", 1, 1, Double.NaN, 0, 0);
    refused("dropout must be at least 0 and below 1, not 1.0", 1, 1, 1, 1, 0);
    refused("dropout must be at least 0 and below 1, not -0.1", 1, 1, 1, -0.1, 0);
    refused("weight-decay must be at least 0 and below 1, not 1.0", 1, 1, 1, 0, 1);
    refused("weight-decay must be at least 0 and below 1, not NaN", 1, 1, 1, 0, Double.NaN);
  }

  private static void refused(
      String message, int batch, int longest, double clip, double dropout, double decay) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new StepSettings(batch, longest, clip, dropout, decay, 1));
    assertEquals(message, refusal.getMessage());
  }
}
