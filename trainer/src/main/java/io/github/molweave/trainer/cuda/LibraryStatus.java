package io.github.molweave.trainer.cuda;

import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.DeviceFailure;

/** What a call of a library returns, as a failure in words; 0 is no failure. */
public enum LibraryStatus {
  /** The run-time library and the driver. */
  CUDA(2, 2),
  /** cuBLAS. */
  CUBLAS(3, 3),
  /** cuDNN. */
  CUDNN(4003, 4004);

  private static final int CUBLAS_ARCHITECTURE_MISMATCH = 8;
  private static final int CUBLAS_NOT_SUPPORTED = 15;
  private static final int CUDNN_NOT_SUPPORTED = 3000;
  private static final int CUDNN_INTERNAL = 4000;

  private final int noMemoryHere;
  private final int noMemoryOnCard;

  LibraryStatus(int noMemoryHere, int noMemoryOnCard) {
    this.noMemoryHere = noMemoryHere;
    this.noMemoryOnCard = noMemoryOnCard;
  }

  /**
   * Does nothing when {@code code} is 0.
   *
   * @param call what was called
   * @param words the library's own for the code
   * @throws DeviceFailure else
   */
  public void check(int code, String call, String words) {
    if (code == 0) {
      return;
    }
    String said = call + " says " + code + " (" + words + ")";
    if (code == noMemoryHere || code == noMemoryOnCard) {
      throw new DeviceFailure(
          Problem.OUT_OF_MEMORY,
          "the card's memory ran out although the run should have fitted: "
              + said
              + ". Another program may have taken it (nvidia-smi lists who uses it); or give a"
              + " smaller --batch.");
    }
    if (isUnsupported(code)) {
      throw new DeviceFailure(
          Problem.NOT_ON_CARD,
          "NVIDIA's libraries do not do this on this card: "
              + said
              + ". Try another --precision, or --device cpu.");
    }
    throw new DeviceFailure(
        Problem.CARD_LOST,
        "the card failed while it was computing: "
            + said
            + ". The last checkpoint stands: --resume goes on from it when the card is back, also"
            + " with --device cpu.");
  }

  private boolean isUnsupported(int code) {
    return switch (this) {
      case CUDA -> false;
      case CUBLAS -> code == CUBLAS_ARCHITECTURE_MISMATCH || code == CUBLAS_NOT_SUPPORTED;
      case CUDNN -> code >= CUDNN_NOT_SUPPORTED && code < CUDNN_INTERNAL;
    };
  }
}
