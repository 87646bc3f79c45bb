package io.github.molweave.trainer.cuda;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.DeviceFailure;
import org.junit.jupiter.api.Test;

class CardFactsTest {
  private static CardFacts facts(int status, int cards, int driver, long cudnn, int major) {
    return new CardFacts(status, cards, driver, 13010, cudnn, 13000, "a card", major, 0);
  }

  @Test
  void whatGoesTogetherIsTakenAndDescribed() {
    CardFacts good = facts(0, 1, 13000, 91900, 9);
    assertDoesNotThrow(good::refuseUnfit);
    assertEquals(
        "CUDA, a card (compute capability 9.0), CUDA 13.1 (driver: 13.0), cuDNN 9.19",
        good.description());
  }

  @Test
  void whatDoesNotIsRefusedByName() {
    assertRefused(Problem.NO_CARD, facts(0, 0, 13000, 91900, 9), "nvidia-smi");
    assertRefused(Problem.NO_CARD, facts(100, 0, 13000, 91900, 9), "no NVIDIA card");
    assertRefused(Problem.NO_CARD, facts(35, 0, 0, 91900, 9), "no driver");
    assertRefused(Problem.NO_CARD, facts(999, 0, 13000, 91900, 9), "999");
    assertRefused(Problem.DRIVER_TOO_OLD, facts(35, 0, 12040, 91900, 9), "12.4", "13.1", "580");
    assertRefused(Problem.CARD_UNSUPPORTED, facts(0, 1, 13000, 91900, 7), "7.0", "MOLWEAVE_CUDA");
    assertRefused(Problem.CUDNN_UNFIT, facts(0, 1, 13000, 80907, 9), "cuDNN 8.9", "--cuda-path");
    assertRefused(
        Problem.CUDNN_UNFIT,
        new CardFacts(0, 1, 13000, 13010, 91900, 12080, "a card", 9, 0),
        "for CUDA 12.8");
  }

  private static void assertRefused(Problem problem, CardFacts facts, String... words) {
    DeviceException refused = assertThrows(DeviceException.class, facts::refuseUnfit);
    assertEquals(problem, refused.problem());
    for (String word : words) {
      assertTrue(refused.getMessage().contains(word), refused.getMessage());
    }
  }

  @Test
  void aCallThatFailsSaysWhatBecomesOfTheRun() {
    assertDoesNotThrow(() -> LibraryStatus.CUDA.check(0, "cudaMalloc", "no error"));
    assertFails(Problem.OUT_OF_MEMORY, LibraryStatus.CUDA, 2, "--batch");
    assertFails(Problem.OUT_OF_MEMORY, LibraryStatus.CUDNN, 4004, "--batch");
    assertFails(Problem.NOT_ON_CARD, LibraryStatus.CUDNN, 3003, "--precision");
    assertFails(Problem.CARD_LOST, LibraryStatus.CUDNN, 5000, "checkpoint stands");
    assertFails(Problem.CARD_LOST, LibraryStatus.CUDA, 719, "--resume");
    assertFails(Problem.CARD_LOST, LibraryStatus.CUBLAS, 13, "--resume");
    assertFails(Problem.NOT_ON_CARD, LibraryStatus.CUBLAS, 15, "--precision");
  }

  private static void assertFails(Problem problem, LibraryStatus library, int code, String word) {
    DeviceFailure failure =
        assertThrows(DeviceFailure.class, () -> library.check(code, "aCall", "its words"));
    assertEquals(problem, failure.problem());
    assertTrue(failure.getMessage().contains(word), failure.getMessage());
    assertTrue(failure.getMessage().contains("aCall says " + code), failure.getMessage());
  }
}
