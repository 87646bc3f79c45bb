package io.github.molweave.trainer.cuda;

import io.github.molweave.trainer.device.DeviceException;
import java.util.Optional;
import java.util.ServiceLoader;

/** Opens NVIDIA's libraries; the module {@code trainer/gpu} has the only one, when it is built. */
public interface CudaBinding {
  /**
   * Loads the libraries and takes the first card.
   *
   * @throws DeviceException when there is no card, or driver or libraries do not suit
   */
  CudaLibraries open(LibrarySearch search) throws DeviceException;

  /** The binding of this build, if it has one. */
  static Optional<CudaBinding> find() {
    return ServiceLoader.load(CudaBinding.class).findFirst();
  }
}
