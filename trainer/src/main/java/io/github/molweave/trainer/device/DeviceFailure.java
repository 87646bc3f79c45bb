package io.github.molweave.trainer.device;

/** A device that fails while it is used: like {@link DeviceException}, but in the midst of work. */
public final class DeviceFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final DeviceException.Problem problem;

  /** One problem with its sentence for the user. */
  public DeviceFailure(DeviceException.Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  /** Which one it is. */
  public DeviceException.Problem problem() {
    return problem;
  }
}
