package io.github.molweave.trainer.cuda;

import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.DeviceFailure;
import java.util.Locale;

/**
 * What the libraries say of themselves and of the first card.
 *
 * @param status of CUDA when it was asked for cards
 * @param cards how many
 * @param driver the CUDA that the driver knows, as 13000 for 13.0; 0 without a driver
 * @param runtime the CUDA of the libraries
 * @param cudnn its version, as 91900 for 9.19
 * @param cudnnRuntime the CUDA that cuDNN was built for
 * @param name of the card
 * @param major of its compute capability
 * @param minor of its compute capability
 */
public record CardFacts(
    int status,
    int cards,
    int driver,
    int runtime,
    long cudnn,
    long cudnnRuntime,
    String name,
    int major,
    int minor) {
  private static final int NO_DEVICE = 100;
  private static final int OLD_DRIVER = 35;
  private static final int OLDEST_CAPABILITY = 75;
  private static final int CUDNN = 9;

  /** Ampere's, the first with products of bfloat16. */
  private static final int BF16_CAPABILITY = 80;

  /** 9.13, the first whose recurrent layers take bfloat16 (PyTorch's pull request 164411). */
  private static final int BF16_CUDNN = 91300;

  private static final String CPU_ANYWAY = " --device cpu trains on the processor.";

  /** Card and versions in words. */
  public String description() {
    return String.format(
        Locale.ROOT,
        "CUDA, %s (compute capability %d.%d), CUDA %s (driver: %s), cuDNN %d.%d",
        name,
        major,
        minor,
        version(runtime),
        version(driver),
        cudnn / 10000,
        cudnn / 100 % 100);
  }

  /**
   * Checks that all of it goes together.
   *
   * @throws DeviceException that names what does not
   */
  public void refuseUnfit() throws DeviceException {
    if (driver == 0 || status == NO_DEVICE || (status == 0 && cards == 0)) {
      throw new DeviceException(
          Problem.NO_CARD,
          "CUDA finds no NVIDIA card"
              + (driver == 0 ? " and no driver" : "")
              + ". nvidia-smi must name it; a container must be started with it."
              + CPU_ANYWAY);
    }
    if (status == OLD_DRIVER || driver / 1000 < runtime / 1000) {
      throw new DeviceException(
          Problem.DRIVER_TOO_OLD,
          "the driver knows CUDA up to "
              + version(driver)
              + ", the libraries are CUDA "
              + version(runtime)
              + ". Install a newer driver of NVIDIA (580 or newer for CUDA 13)."
              + CPU_ANYWAY);
    }
    if (status != 0) {
      throw new DeviceException(
          Problem.NO_CARD,
          "CUDA cannot use the card (error " + status + "): nvidia-smi may say why." + CPU_ANYWAY);
    }
    if (10 * major + minor < OLDEST_CAPABILITY) {
      throw new DeviceException(
          Problem.CARD_UNSUPPORTED,
          name
              + " (compute capability "
              + major
              + "."
              + minor
              + ") is older than CUDA 13 serves: 7.5 and newer. MOLWEAVE_CUDA=1 in place of"
              + " MOLWEAVE_GPU=1 takes ND4J's build for 3.7 to 8.9."
              + CPU_ANYWAY);
    }
    if (cudnn / 10000 != CUDNN || cudnnRuntime / 1000 != runtime / 1000) {
      throw new DeviceException(
          Problem.CUDNN_UNFIT,
          String.format(
              Locale.ROOT,
              "cuDNN %d.%d for CUDA %s was found; this build needs cuDNN 9 for CUDA %d. Name the"
                  + " folder of another with --cuda-path.%s",
              cudnn / 10000,
              cudnn / 100 % 100,
              version((int) cudnnRuntime),
              runtime / 1000,
              CPU_ANYWAY));
    }
  }

  /**
   * Checks that card and cuDNN have a precision.
   *
   * @throws DeviceFailure that says what it would take
   */
  public void refuseLacking(Precision precision) {
    if (precision == Precision.BF16
        && (10 * major + minor < BF16_CAPABILITY || cudnn < BF16_CUDNN)) {
      throw new DeviceFailure(
          Problem.NOT_ON_CARD,
          String.format(
              Locale.ROOT,
              "--precision bf16 needs a card of compute capability 8.0 or newer and cuDNN 9.13 or"
                  + " newer; here are %d.%d and cuDNN %d.%d. --precision tf32 trains with them.",
              major,
              minor,
              cudnn / 10000,
              cudnn / 100 % 100));
    }
  }

  private static String version(int number) {
    return number / 1000 + "." + number % 1000 / 10;
  }
}
