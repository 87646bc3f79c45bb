package io.github.molweave.trainer.gpu;

import io.github.molweave.trainer.cuda.Kernel;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.cuda.cudart.CUfunc_st;
import org.bytedeco.cuda.cudart.CUmod_st;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Kernels on the card, ready to run. */
final class LoadedKernels implements AutoCloseable {
  private static final int BLOCK = 256;
  private static final int MOST_ARGUMENTS = 16;

  private final CUmod_st module = new CUmod_st();
  private final Map<Kernel, CUfunc_st> functions = new EnumMap<>(Kernel.class);
  private final LongPointer values = new LongPointer((long) MOST_ARGUMENTS);
  private final PointerPointer<Pointer> places = new PointerPointer<>(MOST_ARGUMENTS);

  /**
   * From the machine code or the PTX of {@link CompiledKernels}.
   *
   * @throws DeviceException when the driver does not take it
   */
  LoadedKernels(byte[] code) throws DeviceException {
    // PTX is a text, which has to end with 0.
    try (BytePointer image = new BytePointer(code.length + 1L)) {
      image.put(code, 0, code.length);
      image.put(code.length, (byte) 0);
      check(cudart.cuModuleLoadData(module, image), "cuModuleLoadData");
    }
    for (Kernel kernel : Kernel.values()) {
      CUfunc_st function = new CUfunc_st();
      check(
          cudart.cuModuleGetFunction(function, module, kernel.symbol()),
          "cuModuleGetFunction " + kernel.symbol());
      functions.put(kernel, function);
    }
    for (int i = 0; i < MOST_ARGUMENTS; i++) {
      places.put(i, RawAddress.at(values.address() + (long) i * Long.BYTES));
    }
  }

  private static void check(int code, String call) throws DeviceException {
    if (code != 0) {
      throw new DeviceException(
          Problem.KERNELS_UNFIT,
          "the driver does not take the kernels: "
              + call
              + " says "
              + code
              + " ("
              + Calls.words(code)
              + "). A newer driver may. --device cpu trains on the processor.");
    }
  }

  /** The driver copies the arguments before it returns, so their memory serves every call. */
  void launch(Kernel kernel, long threads, long... arguments) {
    if (arguments.length != kernel.arguments()) {
      throw new IllegalArgumentException(kernel + " with " + arguments.length + " arguments");
    }
    values.position(0).put(arguments, 0, arguments.length);
    int blocks = Math.toIntExact((threads + BLOCK - 1) / BLOCK);
    Calls.cuda(
        cudart.cuLaunchKernel(
            functions.get(kernel), blocks, 1, 1, BLOCK, 1, 1, 0, null, places, null),
        kernel.symbol());
  }

  @Override
  public void close() {
    cudart.cuModuleUnload(module);
    values.close();
    places.close();
  }
}
