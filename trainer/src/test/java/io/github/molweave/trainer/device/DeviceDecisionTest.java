package io.github.molweave.trainer.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.device.DeviceDecision.Backend;
import io.github.molweave.trainer.device.DeviceDecision.Build;
import io.github.molweave.trainer.device.DeviceException.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceDecisionTest {
  private static final List<GraphicsCard> NONE = List.of();
  private static final List<GraphicsCard> AMPERE =
      GraphicsCard.parse("NVIDIA A100-SXM4-40GB, 8.0\n");
  private static final List<GraphicsCard> HOPPER =
      GraphicsCard.parse("NVIDIA H100 80GB HBM3, 9.0\nNVIDIA A2, 8.6\n");

  private static final List<GraphicsCard> PASCAL = GraphicsCard.parse("Tesla P100, 6.0\n");
  private static final List<GraphicsCard> FERMI = GraphicsCard.parse("Tesla C2050, 2.0\n");

  @Test
  void theProcessorNeedsNoReason() throws DeviceException {
    for (Build build : Build.values()) {
      DeviceDecision decision = DeviceDecision.of(DeviceChoice.CPU, build, HOPPER);
      assertEquals(new DeviceDecision(Backend.CPU, ""), decision);
    }
  }

  @Test
  void autoTakesACardThatCanComputeAndSaysWhyNotOtherwise() throws DeviceException {
    assertEquals(
        new DeviceDecision(Backend.CUDA, ""),
        DeviceDecision.of(DeviceChoice.AUTO, Build.WITH_CUDA, AMPERE));
    assertEquals(
        new DeviceDecision(Backend.CPU, "no NVIDIA card found"),
        DeviceDecision.of(DeviceChoice.AUTO, Build.WITH_CUDA, NONE));
    assertEquals(
        "NVIDIA H100 80GB HBM3 (compute capability 9.0) not used: built without CUDA",
        DeviceDecision.of(DeviceChoice.AUTO, Build.FOR_CPU, HOPPER).reason());
  }

  @Test
  void cudaThatCannotComputeFailsByNameAndSaysWhatItWouldTake() {
    assertRefused(Problem.CUDA_NOT_BUILT, Build.FOR_CPU, NONE, "no NVIDIA card", "MOLWEAVE_GPU=1");
    assertRefused(Problem.CUDA_NOT_BUILT, Build.FOR_CPU, AMPERE, "A100", "8.0", "MOLWEAVE_GPU=1");
    assertRefused(Problem.CUDA_NOT_BUILT, Build.FOR_CPU, HOPPER, "H100", "9.0", "MOLWEAVE_GPU=1");
    assertRefused(Problem.CUDA_NOT_BUILT, Build.FOR_CPU, PASCAL, "P100", "MOLWEAVE_CUDA=1");
    assertRefused(Problem.CUDA_NOT_BUILT, Build.FOR_CPU, FERMI, "C2050", "3.7 to 8.9");
    assertRefused(Problem.NO_CARD, Build.WITH_CUDA, NONE, "driver");
    assertRefused(
        Problem.CARD_UNSUPPORTED, Build.WITH_CUDA, HOPPER, "H100", "3.7 to 8.9", "MOLWEAVE_GPU");
  }

  private static void assertRefused(
      Problem problem, Build build, List<GraphicsCard> cards, String... words) {
    DeviceException refusal =
        assertThrows(
            DeviceException.class, () -> DeviceDecision.of(DeviceChoice.CUDA, build, cards));
    assertEquals(problem, refusal.problem());
    for (String word : words) {
      assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }
  }

  @Test
  void cardsAreSupportedFromKeplerToAda() {
    assertFalse(supported("3.5"));
    assertTrue(supported("3.7"));
    assertTrue(supported("8.9"));
    assertFalse(supported("9.0"));
    assertFalse(supported("12.0"));
    assertTrue(supported("[N/A]"), "an old driver that does not tell");
  }

  private static boolean supported(String capability) {
    return GraphicsCard.parse("Some, card, " + capability).get(0).isSupported();
  }
}
