package io.github.molweave.trainer.cuda;

import io.github.molweave.trainer.device.DeviceException;
import io.github.molweave.trainer.device.DeviceException.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where NVIDIA's libraries are looked for: the folders of {@code --cuda-path}, then those of the
 * environment ({@code CUDA_PATH}, {@code CUDA_HOME}, {@code LD_LIBRARY_PATH}, an active Python or
 * Conda environment with NVIDIA's packages), then the usual ones.
 */
public final class LibrarySearch {
  /** In the order of loading: each needs only those before it. */
  public static final List<String> NEEDED =
      List.of(
          "libcudart.so.13",
          "libnvrtc.so.13",
          "libcublasLt.so.13",
          "libcublas.so.13",
          "libcudnn.so.9",
          "libcudnn_graph.so.9",
          "libcudnn_ops.so.9",
          "libcudnn_cnn.so.9",
          "libcudnn_adv.so.9");

  /** What comes with the driver; nothing loads without it. */
  public static final String DRIVER = "libcuda.so.1";

  private static final List<String> BELOW = List.of("", "lib64", "lib", "targets/x86_64-linux/lib");
  private static final List<String> USUAL =
      List.of(
          "/usr/local/cuda",
          "/usr/local/cuda-13",
          "/usr/local/nvidia/lib64",
          "/opt/cuda",
          "/usr/lib/x86_64-linux-gnu",
          "/usr/lib64",
          "/usr/lib/wsl/lib",
          "/usr/lib");

  private final Set<Path> folders = new LinkedHashSet<>();

  /**
   * @param given folders of the command line, with colons between; may be empty
   */
  public LibrarySearch(String given, Map<String, String> environment) {
    this(given, environment, USUAL);
    addMatching(Path.of("/usr/local"), "cuda-13.*");
  }

  LibrarySearch(String given, Map<String, String> environment, List<String> usual) {
    addAll(given);
    for (String variable : List.of("CUDA_PATH", "CUDA_HOME", "LD_LIBRARY_PATH", "CONDA_PREFIX")) {
      addAll(environment.getOrDefault(variable, ""));
    }
    addPython(environment.getOrDefault("VIRTUAL_ENV", ""));
    addPython(environment.getOrDefault("CONDA_PREFIX", ""));
    usual.forEach(this::add);
  }

  private void addAll(String list) {
    Arrays.stream(list.split(":")).filter(name -> !name.isBlank()).forEach(this::add);
  }

  private void add(String name) {
    try {
      Path folder = Path.of(name);
      BELOW.forEach(below -> folders.add(folder.resolve(below).normalize()));
    } catch (InvalidPathException noName) {
      // The environment may hold anything; what is no path is no folder.
    }
  }

  private void addPython(String environment) {
    if (environment.isBlank()) {
      return;
    }
    for (Path python : matching(Path.of(environment, "lib"), "python3*")) {
      addMatching(python.resolve("site-packages/nvidia"), "*");
    }
  }

  private void addMatching(Path parent, String pattern) {
    matching(parent, pattern).forEach(folder -> add(folder.toString()));
  }

  private static List<Path> matching(Path parent, String pattern) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, pattern)) {
      entries.forEach(found::add);
    } catch (IOException absent) {
      return List.of();
    }
    found.sort(null);
    return found;
  }

  /** Where {@code library} is, by its whole name. */
  public Optional<Path> find(String library) {
    return folders.stream()
        .map(folder -> folder.resolve(library))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Files like {@code pattern} in the folder where {@code library} is. */
  public List<Path> beside(String library, String pattern) {
    return find(library).map(file -> matching(file.getParent(), pattern)).orElse(List.of());
  }

  /**
   * Where every needed library is.
   *
   * @throws DeviceException that names those that are nowhere
   */
  public List<Path> findNeeded() throws DeviceException {
    List<String> missing = NEEDED.stream().filter(name -> find(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new DeviceException(
          Problem.LIBRARY_MISSING,
          "not on this machine: "
              + String.join(", ", missing)
              + ". Install CUDA 13's run-time libraries and cuDNN 9, or name their folders:"
              + " --cuda-path FOLDER:FOLDER. Searched: "
              + existing()
              + ". --device cpu trains on the processor.");
    }
    return NEEDED.stream().map(name -> find(name).orElseThrow()).toList();
  }

  private String existing() {
    String list =
        folders.stream()
            .filter(Files::isDirectory)
            .map(Path::toString)
            .collect(Collectors.joining(", "));
    return list.isEmpty() ? "no folder that exists" : list;
  }
}
