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
    /** There is no NVIDIA card, or its driver does not answer. */
    NO_CARD("device-no-card"),
    /** The card is older or newer than the code for it. */
    CARD_UNSUPPORTED("device-card-unsupported");

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
