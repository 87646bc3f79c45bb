package io.github.molweave.trainer.cli;

import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.cuda.CudaBinding;
import io.github.molweave.trainer.cuda.CudaDevice;
import io.github.molweave.trainer.cuda.CudaLibraries;
import io.github.molweave.trainer.cuda.LibrarySearch;
import io.github.molweave.trainer.cuda.Precision;
import io.github.molweave.trainer.device.DeviceChoice;
import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.device.TrainingDevice;
import io.github.molweave.trainer.network.NativeLibrary;
import io.github.molweave.trainer.network.Nd4jDevice;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code train} that say what does the arithmetic. */
final class DeviceOptions implements AutoCloseable {
  private static final String ND4J = "org.nd4j.linalg.factory.Nd4j";

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda",
      defaultValue = "auto",
      description =
          "What does the arithmetic (${DEFAULT-VALUE}: an NVIDIA card where build and card allow it,"
              + " else the processor). docs/gpu.md says how to build for a card.")
  private DeviceChoice device;

  @Option(
      names = "--precision",
      paramLabel = "float32|tf32|bf16",
      description =
          "How exactly a card computes: products as they are, of 10 bits after the point (the"
              + " default there), or everything but weights and sums in 16 bits.")
  private Precision precision;

  @Option(
      names = "--cuda-path",
      paramLabel = "FOLDERS",
      defaultValue = "",
      description =
          "Where CUDA's and cuDNN's libraries are, with colons between; the usual places are"
              + " searched anyway.")
  private String cudaPath;

  private CudaLibraries card;

  /**
   * Picks what computes, before anything is read.
   *
   * @return why it is not a card, in words; empty where nobody asks
   * @throws DeviceException when what was asked for cannot compute here
   */
  String choose(CellKind cell) throws DeviceException {
    Optional<CudaBinding> binding = CudaBinding.find();
    if (device != DeviceChoice.CPU && binding.isPresent()) {
      CudaDevice.refuseForeign(cell);
      card = binding.get().open(new LibrarySearch(cudaPath, System.getenv()));
      return "";
    }
    if (!hasProcessorSide()) {
      throw new DeviceException(
          Problem.PROCESSOR_NOT_BUILT,
          "this build has the code for graphics cards only. Without MOLWEAVE_GPU=1, or through"
              + " ./molweave with --device cpu, training runs on the processor.");
    }
    String reason = NativeLibrary.choose(device);
    if (precision != null && precision != Precision.FLOAT32) {
      throw new DeviceException(
          Problem.NOT_ON_CARD,
          "--precision "
              + precision.id()
              + " is for graphics cards under MOLWEAVE_GPU=1; here numbers have 32 bits. Leave it"
              + " out.");
    }
    return reason;
  }

  private static boolean hasProcessorSide() {
    try {
      Class.forName(ND4J, false, DeviceOptions.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** Makes the device for a network of {@code layout}. */
  TrainingDevice create(ParameterLayout layout, StepSettings settings) {
    if (card == null) {
      return new Nd4jDevice(layout, settings, NumberType.FLOAT);
    }
    return new CudaDevice(layout, settings, precision == null ? Precision.TF32 : precision, card);
  }

  /** Gives the card back, if it was taken. */
  @Override
  public void close() {
    if (card != null) {
      card.close();
      card = null;
    }
  }
}
