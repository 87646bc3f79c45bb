package io.github.molweave.trainer.device;

/** A device that was asked for and cannot compute here: which, why, and what it would take. */
public final class DeviceException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  /** One problem with its sentence for the user. */
  public DeviceException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** Which one it is. */
  public Problem problem() {
    return problem;
  }

  /** The ways in which a device can be missing. */
  public enum Problem {
    /** The build holds no code for graphics cards. */
    CUDA_NOT_BUILT("device-cuda-not-built"),
    /** The build holds code for graphics cards only. */
    PROCESSOR_NOT_BUILT("device-processor-not-built"),
    /** There is no NVIDIA card, or its driver does not answer. */
    NO_CARD("device-no-card"),
    /** The card is older or newer than the code for it. */
    CARD_UNSUPPORTED("device-card-unsupported"),
    /** The driver knows no CUDA as new as the libraries. */
    DRIVER_TOO_OLD("device-driver-too-old"),
    /** A library of NVIDIA is not on this machine, or cannot be loaded. */
    LIBRARY_MISSING("device-library-missing"),
    /** cuDNN is there, but of another version. */
    CUDNN_UNFIT("device-cudnn-unfit"),
    /** The kernels cannot be compiled or loaded. */
    KERNELS_UNFIT("device-kernels-unfit"),
    /** There is no such cell, or no such precision, on this device. */
    NOT_ON_CARD("device-not-on-card"),
    /** The card's memory does not hold the run. */
    OUT_OF_MEMORY("device-out-of-memory"),
    /** The card, or a library on it, failed while it was computing. */
    CARD_LOST("device-card-lost");

    private final String id;

    Problem(String id) {
      this.id = id;
    }

    /** The anchor in {@code docs/troubleshooting.md}. */
    public String id() {
      return id;
    }
  }
}
