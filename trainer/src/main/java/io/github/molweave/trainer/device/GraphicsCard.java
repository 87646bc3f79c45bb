package io.github.molweave.trainer.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An NVIDIA card.
 *
 * @param name as its driver gives it
 * @param major of its compute capability, 0 when the driver does not tell
 * @param minor of its compute capability
 */
public record GraphicsCard(String name, int major, int minor) {
  private static final List<String> QUESTION =
      List.of("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader");
  private static final int PATIENCE_SECONDS = 20;

  /** The cards of this machine; none where the driver's {@code nvidia-smi} is not or fails. */
  public static List<GraphicsCard> installed() {
    try {
      Process process =
          new ProcessBuilder(QUESTION).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean answered = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return answered && process.exitValue() == 0 ? parse(answer) : List.of();
    } catch (IOException noDriver) {
      return List.of();
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** From lines like {@code NVIDIA A100-SXM4-40GB, 8.0}. */
  public static List<GraphicsCard> parse(String answer) {
    return answer.lines().filter(line -> !line.isBlank()).map(GraphicsCard::ofLine).toList();
  }

  private static GraphicsCard ofLine(String line) {
    int comma = line.lastIndexOf(',');
    String capability = comma < 0 ? "" : line.substring(comma + 1).strip();
    String name = comma < 0 ? line.strip() : line.substring(0, comma).strip();
    if (!capability.matches("[0-9]{1,3}\\.[0-9]{1,3}")) {
      return new GraphicsCard(name, 0, 0);
    }
    int dot = capability.indexOf('.');
    return new GraphicsCard(
        name,
        Integer.parseInt(capability.substring(0, dot)),
        Integer.parseInt(capability.substring(dot + 1)));
  }

  /**
   * Whether ND4J's code for CUDA 11.6 can run on it: it was compiled for 3.7 to 8.6, which 8.9
   * takes too. A card of unknown capability is given a try.
   */
  public boolean isSupported() {
    int capability = 10 * major + minor;
    return major == 0 || (capability >= 37 && capability <= 89);
  }

  /** Whether CUDA 13 serves it: 7.5 and newer. A card of unknown capability is taken for new. */
  public boolean isForCuda13() {
    return major == 0 || 10 * major + minor >= 75;
  }

  /** Name and, where it is known, compute capability. */
  public String described() {
    return major == 0 ? name : name + " (compute capability " + major + "." + minor + ")";
  }
}
