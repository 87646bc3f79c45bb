package io.github.molweave.trainer.device;

import io.github.molweave.trainer.device.DeviceException.Problem;
import java.util.List;

/**
 * What will compute.
 *
 * @param backend processor or card
 * @param reason why not the card, in words for the first line of a run; empty where nobody asks
 */
public record DeviceDecision(Backend backend, String reason) {
  private static final String NEW_CARDS =
      "MOLWEAVE_GPU=1 ./molweave train builds it in (7 MB to download; CUDA 13 and cuDNN 9 must be on"
          + " the machine).";
  private static final String CPU_ANYWAY = " --device cpu trains on the processor.";

  /** The two kinds of ND4J. */
  public enum Backend {
    /** The processor. */
    CPU,
    /** A graphics card. */
    CUDA
  }

  /** Whether the classes for graphics cards were built in. */
  public enum Build {
    /** The usual build. */
    FOR_CPU,
    /** With the Maven profile {@code cuda}. */
    WITH_CUDA
  }

  /**
   * Decides.
   *
   * @throws DeviceException when a card was asked for, or would be taken, that cannot compute
   */
  public static DeviceDecision of(DeviceChoice choice, Build build, List<GraphicsCard> cards)
      throws DeviceException {
    if (choice == DeviceChoice.CPU) {
      return new DeviceDecision(Backend.CPU, "");
    }
    boolean must = choice == DeviceChoice.CUDA;
    if (build == Build.FOR_CPU) {
      if (must) {
        throw new DeviceException(Problem.CUDA_NOT_BUILT, notBuilt(cards));
      }
      return new DeviceDecision(
          Backend.CPU,
          cards.isEmpty()
              ? "no NVIDIA card found"
              : cards.get(0).described() + " not used: built without CUDA");
    }
    if (cards.isEmpty()) {
      if (must) {
        throw new DeviceException(
            Problem.NO_CARD,
            "no NVIDIA card answers (nvidia-smi names none). Install the card's driver, or leave"
                + " --device out."
                + CPU_ANYWAY);
      }
      return new DeviceDecision(Backend.CPU, "no NVIDIA card found");
    }
    GraphicsCard card = cards.get(0);
    if (!card.isSupported()) {
      throw new DeviceException(Problem.CARD_UNSUPPORTED, unsupported(card));
    }
    return new DeviceDecision(Backend.CUDA, "");
  }

  private static String notBuilt(List<GraphicsCard> cards) {
    if (cards.isEmpty()) {
      return "this build has no code for graphics cards; no NVIDIA card answers either (nvidia-smi"
          + " names none). "
          + NEW_CARDS
          + CPU_ANYWAY;
    }
    GraphicsCard card = cards.get(0);
    String none = "this build has no code for graphics cards";
    if (card.isForCuda13()) {
      return none + "; the card here is " + card.described() + ". " + NEW_CARDS + CPU_ANYWAY;
    }
    if (card.isSupported()) {
      return none
          + "; the card here is "
          + card.described()
          + ". MOLWEAVE_CUDA=1 ./molweave train builds in what older cards need (2.5 GB to"
          + " download)."
          + CPU_ANYWAY;
    }
    return none + ", and none that it could have runs here: " + unsupported(card);
  }

  private static String unsupported(GraphicsCard card) {
    return card.described()
        + " cannot run ND4J's code, which is compiled for CUDA 11.6 and compute capability 3.7 to"
        + " 8.9. MOLWEAVE_GPU=1 in place of MOLWEAVE_CUDA=1 serves 7.5 and newer."
        + CPU_ANYWAY;
  }
}
