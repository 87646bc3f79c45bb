package io.github.molweave.trainer.gpu;

import io.github.molweave.trainer.cuda.CardFacts;
import io.github.molweave.trainer.cuda.CudaBinding;
import io.github.molweave.trainer.cuda.CudaLibraries;
import io.github.molweave.trainer.cuda.Kernel;
import io.github.molweave.trainer.cuda.LibrarySearch;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.cuda.global.cublas;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.cudnn;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.javacpp.Loader;

/** Loads NVIDIA's libraries from where they are found, and takes the first card. */
public final class NvidiaBinding implements CudaBinding {
  private static final int CARD = 0;
  private static final int NAME_BYTES = 256;

  @Override
  public CudaLibraries open(LibrarySearch search) throws DeviceException {
    load(search);
    CardFacts facts = facts();
    facts.refuseUnfit();
    Calls.cuda(cudart.cudaSetDevice(CARD), "cudaSetDevice");
    // The first call that needs the card makes its context, which the driver's calls take over.
    Calls.cuda(cudart.cudaFree(null), "cudaFree");
    return new NvidiaLibraries(facts, kernels(facts));
  }

  /** What an earlier run left may be damaged: the second try is without it. */
  private static LoadedKernels kernels(CardFacts facts) throws DeviceException {
    KernelCache cache = KernelCache.ofUser(System.getenv());
    CompiledKernels compiled =
        CompiledKernels.of(Kernel.source(), facts.major(), facts.minor(), cache);
    try {
      return new LoadedKernels(compiled.cachedOrNew());
    } catch (DeviceException unfit) {
      return new LoadedKernels(compiled.anew());
    }
  }

  /** The presets' own libraries find NVIDIA's by name, because these are loaded already. */
  static void load(LibrarySearch search) throws DeviceException {
    List<Path> libraries = search.findNeeded();
    String current = LibrarySearch.DRIVER;
    try {
      search.find(LibrarySearch.DRIVER).ifPresent(driver -> System.load(driver.toString()));
      for (Path library : libraries) {
        current = library.toString();
        System.load(current);
      }
      // NVRTC asks for it by name and with its whole version when it compiles.
      for (Path builtins : search.beside("libnvrtc.so.13", "libnvrtc-builtins.so.13*")) {
        current = builtins.toString();
        System.load(current);
      }
      for (Class<?> preset : List.of(cudart.class, nvrtc.class, cublas.class, cudnn.class)) {
        current = "the binding " + preset.getSimpleName();
        Loader.load(preset);
      }
    } catch (UnsatisfiedLinkError unfit) {
      boolean driver = String.valueOf(unfit.getMessage()).contains(LibrarySearch.DRIVER);
      throw new DeviceException(
          driver ? Problem.NO_CARD : Problem.LIBRARY_MISSING,
          (driver
                  ? "NVIDIA's driver is not installed (" + LibrarySearch.DRIVER + " is missing)"
                  : current + " cannot be loaded: " + unfit.getMessage())
              + ". --device cpu trains on the processor.");
    }
  }

  private static CardFacts facts() {
    int[] count = new int[1];
    int[] driver = new int[1];
    int[] runtime = new int[1];
    int[] major = new int[1];
    int[] minor = new int[1];
    byte[] name = new byte[NAME_BYTES];
    int status = cudart.cudaGetDeviceCount(count);
    cudart.cudaDriverGetVersion(driver);
    cudart.cudaRuntimeGetVersion(runtime);
    if (status == 0 && count[0] > 0) {
      status = cudart.cudaDeviceGetAttribute(major, cudart.cudaDevAttrComputeCapabilityMajor, CARD);
      cudart.cudaDeviceGetAttribute(minor, cudart.cudaDevAttrComputeCapabilityMinor, CARD);
      cudart.cuInit(0);
      cudart.cuDeviceGetName(name, NAME_BYTES, CARD);
    }
    return new CardFacts(
        status,
        count[0],
        driver[0],
        runtime[0],
        cudnn.cudnnGetVersion(),
        cudnn.cudnnGetCudartVersion(),
        text(name),
        major[0],
        minor[0]);
  }

  private static String text(byte[] ended) {
    int length = 0;
    while (length < ended.length && ended[length] != 0) {
      length++;
    }
    return new String(ended, 0, length, java.nio.charset.StandardCharsets.UTF_8);
  }
}
