package io.github.molweave.trainer.gpu;

import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.cuda.nvrtc._nvrtcProgram;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/** Compiles CUDA C by NVRTC, which needs no card. */
final class CompiledKernels {
  private final String source;
  private final String target;
  private final String key;
  private final KernelCache cache;

  private CompiledKernels(String source, String target, String key, KernelCache cache) {
    this.source = source;
    this.target = target;
    this.key = key;
    this.cache = cache;
  }

  /**
   * For machine code of a card of capability {@code major.minor}; of a card newer than the
   * compiler, for PTX of the newest that it knows, which the driver translates.
   *
   * @throws DeviceException when the compiler does not say what it knows
   */
  static CompiledKernels of(String source, int major, int minor, KernelCache cache)
      throws DeviceException {
    int[] compiler = new int[1];
    int[] compilerMinor = new int[1];
    check(nvrtc.nvrtcVersion(compiler, compilerMinor), "nvrtcVersion", "");
    int card = 10 * major + minor;
    int[] known = knownCards();
    boolean exact = Arrays.stream(known).anyMatch(each -> each == card);
    int newest = Arrays.stream(known).filter(each -> each <= card).max().orElse(known[0]);
    String target = exact ? "sm_" + card : "compute_" + newest;
    String key = target + '\n' + compiler[0] + '.' + compilerMinor[0] + '\n' + source;
    return new CompiledKernels(source, target, key, cache);
  }

  /**
   * As an earlier run left it, else {@link #anew}.
   *
   * @throws DeviceException with the compiler's words when it refuses
   */
  byte[] cachedOrNew() throws DeviceException {
    Optional<byte[]> cached = cache.read(key);
    return cached.isPresent() ? cached.get() : anew();
  }

  /**
   * Compiles, and leaves the code for later runs.
   *
   * @throws DeviceException with the compiler's words when it refuses
   */
  byte[] anew() throws DeviceException {
    byte[] code = compile(source, target);
    cache.write(key, code);
    return code;
  }

  private static int[] knownCards() throws DeviceException {
    int[] count = new int[1];
    check(nvrtc.nvrtcGetNumSupportedArchs(count), "nvrtcGetNumSupportedArchs", "");
    int[] known = new int[count[0]];
    check(nvrtc.nvrtcGetSupportedArchs(known), "nvrtcGetSupportedArchs", "");
    return known;
  }

  private static byte[] compile(String source, String target) throws DeviceException {
    _nvrtcProgram program = new _nvrtcProgram();
    try (BytePointer text = new BytePointer(source);
        BytePointer name = new BytePointer("kernels.cu");
        BytePointer architecture = new BytePointer("--gpu-architecture=" + target);
        PointerPointer<BytePointer> options = new PointerPointer<>(1);
        PointerPointer<BytePointer> none = new PointerPointer<>(1);
        SizeTPointer size = new SizeTPointer(1)) {
      options.put(0, architecture);
      check(nvrtc.nvrtcCreateProgram(program, text, name, 0, none, none), "nvrtcCreateProgram", "");
      int result = nvrtc.nvrtcCompileProgram(program, 1, options);
      check(result, "nvrtcCompileProgram for " + target, result == 0 ? "" : log(program));
      boolean machineCode = target.startsWith("sm_");
      check(
          machineCode
              ? nvrtc.nvrtcGetCUBINSize(program, size)
              : nvrtc.nvrtcGetPTXSize(program, size),
          "nvrtcGetSize",
          "");
      byte[] code = new byte[Math.toIntExact(size.get())];
      check(
          machineCode ? nvrtc.nvrtcGetCUBIN(program, code) : nvrtc.nvrtcGetPTX(program, code),
          "nvrtcGetCode",
          "");
      return code;
    } finally {
      nvrtc.nvrtcDestroyProgram(program);
    }
  }

  private static String log(_nvrtcProgram program) {
    try (SizeTPointer size = new SizeTPointer(1)) {
      nvrtc.nvrtcGetProgramLogSize(program, size);
      byte[] words = new byte[Math.toIntExact(size.get())];
      nvrtc.nvrtcGetProgramLog(program, words);
      return new String(words, java.nio.charset.StandardCharsets.UTF_8).strip();
    }
  }

  private static void check(int code, String call, String log) throws DeviceException {
    if (code != 0) {
      throw new DeviceException(
          Problem.KERNELS_UNFIT,
          "the kernels cannot be compiled: "
              + call
              + " says "
              + nvrtc.nvrtcGetErrorString(code).getString()
              + (log.isEmpty() ? "" : ": " + log.lines().findFirst().orElse(""))
              + ". --device cpu trains on the processor.");
    }
  }
}
