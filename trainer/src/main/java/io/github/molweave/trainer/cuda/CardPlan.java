package io.github.molweave.trainer.cuda;

import io.github.molweave.network.Architecture;
import io.github.molweave.trainer.cuda.RecurrentStack.TempSizes;
import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.DeviceFailure;
import io.github.molweave.trainer.device.StepSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How much of the card's memory a run takes, in bytes, before any of it is taken.
 *
 * @param rows most tokens of a batch, filled up: the stride of what lies column by column
 * @param parameters each of parameters, gradient and the two means
 * @param narrowParameters each of the 16-bit weights and their gradient; 0 in 32 bits
 * @param batch tokens, targets, lengths and places
 * @param input what the lowest layer is fed, and its slopes
 * @param hidden outputs of a layer, and slopes
 * @param logits of a whole batch
 * @param logitSlopes theirs, and later the one-hot rows
 * @param losses one for each token
 * @param ones as many as losses
 * @param workspace of cuDNN, shared by the stacks
 * @param reserves of cuDNN, one for each stack
 */
record CardPlan(
    int rows,
    long parameters,
    long narrowParameters,
    long batch,
    long input,
    long hidden,
    long logits,
    long logitSlopes,
    long losses,
    long ones,
    long workspace,
    List<Long> reserves) {
  private static final int STRIDE_STEP = 64;

  /** Part of the free memory that may be planned with: libraries take some for themselves. */
  private static final double USABLE = 0.95;

  /** For batches of {@code batchSize} molecules, all of the longest. */
  static CardPlan of(
      CardLayout layout,
      Architecture sizes,
      List<RecurrentStack> stacks,
      StepSettings settings,
      Precision precision,
      int batchSize) {
    int[] lengths = new int[batchSize];
    Arrays.fill(lengths, settings.longest());
    List<Long> reserves = new ArrayList<>();
    long workspace = 0;
    for (RecurrentStack stack : stacks) {
      TempSizes temp = stack.tempSizes(lengths);
      workspace = Math.max(workspace, temp.workspace());
      reserves.add(temp.reserve());
    }
    int rows = CardLayout.roundUp(Math.multiplyExact(batchSize, settings.longest()), STRIDE_STEP);
    long bytes = precision.element().bytes();
    boolean narrow = precision.element() != Element.FLOAT;
    long size = layout.size();
    long vocabulary = layout.paddedVocabulary();
    return new CardPlan(
        rows,
        size * Float.BYTES,
        narrow ? size * bytes : 0,
        (3L * rows + batchSize) * Integer.BYTES,
        rows * bytes * sizes.embeddingSize(),
        rows * bytes * sizes.hiddenSize(),
        rows * vocabulary * Float.BYTES,
        rows * vocabulary * bytes,
        (long) rows * Float.BYTES,
        rows * bytes,
        workspace,
        List.copyOf(reserves));
  }

  /** What a token takes in the buffers that every plan has. */
  static long tokenBytes(Architecture sizes, Precision precision) {
    long numbers = 2L * sizes.embeddingSize() + 2L * sizes.hiddenSize() + sizes.vocabularySize();
    return numbers * precision.element().bytes() + (long) sizes.vocabularySize() * Float.BYTES;
  }

  /** Everything together. */
  long total() {
    long stacks = reserves.size();
    // Of every stack its output, of all but the highest also with dropout; slopes go to and fro.
    long hiddenBuffers = stacks + (stacks - 1) + (stacks > 1 ? 2 : 1);
    return 4 * parameters
        + 2 * narrowParameters
        + batch
        + 2 * input
        + hiddenBuffers * hidden
        + logits
        + logitSlopes
        + losses
        + ones
        + workspace
        + reserves.stream().mapToLong(Long::longValue).sum();
  }

  /** How many molecules a batch may have for the plan to fit, and whether it does. */
  @FunctionalInterface
  interface Planner {
    CardPlan forBatch(int batchSize);
  }

  /**
   * The plan for {@code batchSize}.
   *
   * @param tokenBytes what every token takes at least: cuDNN is not asked for what cannot fit,
   *     because its numbers and ours have 32 bits
   * @throws DeviceFailure with the largest batch that fits when it does not fit
   */
  static CardPlan fitting(Planner planner, int batchSize, int longest, long tokenBytes, long free) {
    long conceivable = Math.min(free / tokenBytes, Integer.MAX_VALUE / Integer.BYTES) / longest;
    long needed = tokenBytes * longest * batchSize;
    if (batchSize <= conceivable) {
      CardPlan plan = planner.forBatch(batchSize);
      if (plan.total() <= USABLE * free) {
        return plan;
      }
      needed = plan.total();
    }
    int fits = 0;
    int tooMany = (int) Math.min(batchSize, conceivable + 1);
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) >>> 1;
      if (planner.forBatch(middle).total() <= USABLE * free) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    throw new DeviceFailure(
        Problem.OUT_OF_MEMORY,
        String.format(
            Locale.ROOT,
            "the card has %.2f GB free; batches of %d molecules of up to %d steps need %.2f GB or"
                + " more. %s",
            free / 1e9,
            batchSize,
            longest,
            needed / 1e9,
            fits == 0
                ? "Not even one molecule at a time would fit: give a smaller --hidden or"
                    + " --max-length, or free the card (nvidia-smi lists who uses it)."
                : "--batch " + fits + " would fit."));
  }
}
