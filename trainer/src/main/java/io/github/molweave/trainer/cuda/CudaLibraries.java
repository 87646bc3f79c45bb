package io.github.molweave.trainer.cuda;

import java.nio.IntBuffer;

/**
 * The calls of CUDA, cuBLAS, cuDNN and NVRTC that training makes, and no other: what a binding has
 * to provide, and what a test can stand in for. Addresses are on the card. Everything but {@link
 * #download} is queued in order and not awaited.
 *
 * <p>Errors: whatever the libraries refuse is a {@link
 * io.github.molweave.trainer.device.DeviceFailure} with words for the user.
 */
public interface CudaLibraries extends AutoCloseable {
  /** Memory of this machine that the card can read by itself. */
  interface PinnedInts extends AutoCloseable {
    /** Its content. */
    IntBuffer values();

    @Override
    void close();
  }

  /** The card and the versions of the libraries: the same words whenever they are the same. */
  String description();

  /**
   * Checks that card and libraries have {@code precision}.
   *
   * @throws io.github.molweave.trainer.device.DeviceFailure when they do not
   */
  void refuseLacking(Precision precision);

  /** Bytes that could be taken now. */
  long freeMemory();

  /** Takes memory, whose content is anything; aligned to 256 bytes. */
  long allocate(long bytes);

  /** Gives memory back. */
  void free(long address);

  /** Takes memory of this machine. */
  PinnedInts pin(int count);

  /** The first {@code count} numbers of {@code from}, which must not change before a download. */
  void upload(PinnedInts from, int count, long to);

  /** All of {@code from}, which may change as soon as this returns. */
  void upload(float[] from, long to);

  /** Waits for everything queued, then fills {@code to}. */
  void download(long from, float[] to);

  /** Sets bytes to 0. */
  void clear(long address, long bytes);

  /**
   * Runs a kernel.
   *
   * @param threads at least so many
   * @param arguments as the kernel's source lists them; doubles by their bits
   */
  void launch(Kernel kernel, long threads, long... arguments);

  /** Multiplies, in the precision of {@code precision}. */
  void product(Product product, Precision precision);

  /** The Euclidean norm of {@code count} floats, a float at {@code result}. */
  void norm(long values, int count, long result);

  /** The sum of the absolute values of {@code count} floats, a float at {@code result}. */
  void absoluteSum(long values, int count, long result);

  /** Recurrent layers. */
  RecurrentStack stack(StackShape shape);

  /** Gives everything back. */
  @Override
  void close();
}
