package io.github.molweave.trainer.network;

import io.github.molweave.random.CounterNoise;
import io.github.molweave.random.Purpose;
import io.github.molweave.random.Seed;
import io.github.molweave.trainer.device.StepSettings;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dropout between two layers: while learning, each number is set to 0 with probability p and
 * otherwise divided by 1 - p, so that its mean stays; while measuring, nothing happens. (Srivastava
 * et al. 2014, with the factor on the side of learning, as PyTorch has it.)
 *
 * <p>Determinism: which numbers fall is a pure function of seed, update, layer, step, molecule in
 * the batch and unit, so that a resumed run drops what it would have dropped, with any number of
 * threads.
 */
final class Dropout {
  private final CounterNoise noise;
  private final double probability;
  private final int layer;
  private final int layers;
  private final int units;
  private final SequenceBuffer mask;
  private final SequenceBuffer passed;
  private Lesson lesson = Lesson.NONE;

  /**
   * Which pass of learning runs, and which molecules of the whole batch are in it: row b of the
   * pass is molecule {@code first + b * stride}.
   *
   * @param update number of the optimiser step, below 0 when nothing is learned
   * @param first molecule of row 0
   * @param stride from one row's molecule to the next
   */
  record Lesson(int update, int first, int stride) {
    /** Measuring: nothing is dropped. */
    static final Lesson NONE = new Lesson(-1, 0, 1);
  }

  /**
   * @param layer the layer above, 1 or more
   * @param units of the layer below
   */
  Dropout(StepSettings settings, int layer, int layers, int units, PassSize size) {
    this.probability = settings.dropout();
    this.noise =
        new CounterNoise(
            new Seed((int) (settings.seed() >>> 32), (int) settings.seed()), Purpose.DROPOUT);
    this.layer = layer;
    this.layers = layers;
    this.units = units;
    this.mask = probability > 0 ? new SequenceBuffer(size, 0, units) : null;
    this.passed = probability > 0 ? new SequenceBuffer(size, 0, units) : null;
  }

  /** Takes the next pass. */
  void begin(Lesson lesson) {
    this.lesson = lesson;
  }

  private boolean isOff() {
    return mask == null || lesson.update < 0;
  }

  /** The states as the layer above sees them: draws the mask. */
  INDArray forward(INDArray states, int steps) {
    if (isOff()) {
      return states;
    }
    draw(steps);
    return states.mul(mask.first(steps), passed.first(steps));
  }

  /** What {@link #forward} gave. */
  INDArray passed(INDArray states, int steps) {
    return isOff() ? states : passed.first(steps);
  }

  /** From the gradients of what passed to those of the states, in place. */
  void backward(INDArray gradients, int steps) {
    if (!isOff()) {
      gradients.muli(mask.first(steps));
    }
  }

  private void draw(int steps) {
    int rows = mask.rows();
    float kept = (float) (1 / (1 - probability));
    int threshold = (int) Math.round(probability * 0x1p32 - 0x1p31);
    int[] words = new int[(units + 3) / 4 * 4];
    float[] values = new float[steps * rows * units];
    for (int t = 0; t < steps; t++) {
      for (int b = 0; b < rows; b++) {
        noise.words(lesson.first + b * lesson.stride, lesson.update, t * layers + layer, words);
        int from = (t * rows + b) * units;
        for (int unit = 0; unit < units; unit++) {
          values[from + unit] = (words[unit] ^ Integer.MIN_VALUE) < threshold ? 0 : kept;
        }
      }
    }
    HostCopy.write(values, mask.first(steps));
  }
}
