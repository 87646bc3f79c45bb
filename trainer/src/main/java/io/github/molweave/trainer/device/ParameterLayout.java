package io.github.molweave.trainer.device;

import io.github.molweave.network.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where each tensor of a network lies in one flat array. Names, shapes and order are those of the
 * model file, row-major, so that a flat array is a model file without its header. One flat array
 * makes clipping by global norm, Adam and checkpoints a line each.
 */
public final class ParameterLayout {
  private final Architecture architecture;
  private final List<Slot> slots = new ArrayList<>();
  private final int size;

  /**
   * One tensor.
   *
   * @param name as in the model file
   * @param rows first dimension
   * @param columns second dimension, 1 for a bias
   * @param offset index of its first element in the flat array
   */
  public record Slot(String name, int rows, int columns, int offset) {
    /** Number of elements. */
    public int elements() {
      return rows * columns;
    }

    /** The sizes as the model file states them: a bias has one. */
    public int[] shape() {
      return name.contains("bias") ? new int[] {rows} : new int[] {rows, columns};
    }
  }

  /** Lays out the tensors of {@code architecture}. */
  public ParameterLayout(Architecture architecture) {
    this.architecture = architecture;
    int vocabulary = architecture.vocabularySize();
    int hidden = architecture.hiddenSize();
    int gateRows = architecture.gateRows();
    int end = add("embedding.weight", vocabulary, architecture.embeddingSize(), 0);
    for (int layer = 0; layer < architecture.layers(); layer++) {
      end = add("rnn.weight_ih_l" + layer, gateRows, architecture.inputSize(layer), end);
      end = add("rnn.weight_hh_l" + layer, gateRows, hidden, end);
      end = add("rnn.bias_ih_l" + layer, gateRows, 1, end);
      end = add("rnn.bias_hh_l" + layer, gateRows, 1, end);
    }
    end = add("output.weight", vocabulary, hidden, end);
    size = add("output.bias", vocabulary, 1, end);
  }

  private int add(String name, int rows, int columns, int offset) {
    Slot slot = new Slot(name, rows, columns, offset);
    slots.add(slot);
    return offset + slot.elements();
  }

  /** The sizes that this layout was made for. */
  public Architecture architecture() {
    return architecture;
  }

  /** Every tensor, in file order. */
  public List<Slot> slots() {
    return List.copyOf(slots);
  }

  /** The tensor called {@code name}. */
  public Slot slot(String name) {
    return slots.stream().filter(slot -> slot.name().equals(name)).findFirst().orElseThrow();
  }

  /** Number of parameters. */
  public int size() {
    return size;
  }

  /**
   * Fresh parameters: the embedding from a normal distribution of variance 1, everything else
   * uniform in +-1/sqrt(H), which are PyTorch's defaults. The same seed gives the same values on
   * every machine.
   */
  public float[] initialValues(long seed) {
    float[] values = new float[size];
    SplittableRandom random = new SplittableRandom(seed);
    double bound = 1 / Math.sqrt(architecture.hiddenSize());
    int embeddingEnd = slots.get(0).elements();
    for (int i = 0; i < size; i++) {
      values[i] =
          (float) (i < embeddingEnd ? random.nextGaussian() : random.nextDouble(-bound, bound));
    }
    return values;
  }
}
