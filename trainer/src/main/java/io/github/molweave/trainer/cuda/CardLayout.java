package io.github.molweave.trainer.cuda;

import io.github.molweave.network.Architecture;
import io.github.molweave.trainer.cuda.RecurrentStack.Place;
import io.github.molweave.trainer.cuda.RecurrentStack.Side;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * Where each parameter lies on the card: one flat array again, in another order than that of {@link
 * ParameterLayout}, because cuDNN decides how its weights lie, and with gaps that stay 0. Offsets
 * are in elements, so they hold for the gradient, the means and the 16-bit copy as well.
 */
final class CardLayout {
  /** Sections begin at multiples of this, so that their addresses suit every library. */
  private static final int ALIGNMENT = 128;

  private static final int VOCABULARY_STEP = 8;

  /** So many elements in both orders. */
  record Piece(int host, int card, int count) {}

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Piece> decaying = new ArrayList<>();
  private final List<Integer> stackStarts = new ArrayList<>();
  private final int parameters;
  private final int outputWeight;
  private final int outputBias;
  private final int paddedVocabulary;
  private final int size;

  /**
   * @param stacks from the lowest layer up, together all layers
   * @param shapes theirs
   */
  CardLayout(ParameterLayout layout, List<StackShape> shapes, List<RecurrentStack> stacks) {
    Architecture sizes = layout.architecture();
    parameters = layout.size();
    // Products like multiples of 8; what is added stays 0.
    paddedVocabulary = roundUp(sizes.vocabularySize(), VOCABULARY_STEP);
    Slot embedding = layout.slot("embedding.weight");
    add(embedding.offset(), 0, embedding.elements());
    outputWeight = roundUp(embedding.elements(), ALIGNMENT);
    Slot weight = layout.slot("output.weight");
    addWeight(weight.offset(), outputWeight, weight.elements());
    outputBias = outputWeight + roundUp(paddedVocabulary * sizes.hiddenSize(), ALIGNMENT);
    Slot bias = layout.slot("output.bias");
    add(bias.offset(), outputBias, bias.elements());
    int end = outputBias + roundUp(paddedVocabulary, ALIGNMENT);
    int layer = 0;
    for (int i = 0; i < stacks.size(); i++) {
      int bytes = shapes.get(i).precision().element().bytes();
      stackStarts.add(end);
      addStack(layout, layer, shapes.get(i), stacks.get(i), bytes);
      end += roundUp(Math.toIntExact(stacks.get(i).weightBytes() / bytes), ALIGNMENT);
      layer += shapes.get(i).layers();
    }
    size = end;
  }

  private void addStack(
      ParameterLayout layout, int firstLayer, StackShape shape, RecurrentStack stack, int bytes) {
    int start = stackStarts.get(stackStarts.size() - 1);
    int hidden = shape.hiddenSize();
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (Side side : Side.values()) {
        String suffix = (side == Side.INPUT ? "ih_l" : "hh_l") + (firstLayer + layer);
        Slot weight = layout.slot("rnn.weight_" + suffix);
        Slot bias = layout.slot("rnn.bias_" + suffix);
        int elements = hidden * weight.columns();
        for (int gate = 0; gate < shape.cell().gates(); gate++) {
          Place place = stack.place(layer, side, gate);
          addWeight(
              weight.offset() + gate * elements,
              start + Math.toIntExact(place.matrix() / bytes),
              elements);
          add(bias.offset() + gate * hidden, start + Math.toIntExact(place.bias() / bytes), hidden);
        }
      }
    }
  }

  private void add(int host, int card, int count) {
    pieces.add(new Piece(host, card, count));
  }

  private void addWeight(int host, int card, int count) {
    add(host, card, count);
    Piece last = decaying.isEmpty() ? null : decaying.get(decaying.size() - 1);
    if (last != null && last.card() + last.count() == card && last.host() + last.count() == host) {
      decaying.set(decaying.size() - 1, new Piece(last.host(), last.card(), last.count() + count));
    } else {
      decaying.add(new Piece(host, card, count));
    }
  }

  static int roundUp(int count, int step) {
    return Math.multiplyExact(Math.floorDiv(count + step - 1, step), step);
  }

  /** Elements of the flat array. */
  int size() {
    return size;
  }

  /** V, filled up. */
  int paddedVocabulary() {
    return paddedVocabulary;
  }

  /** Where the embedding [V, E] begins. */
  int embedding() {
    return 0;
  }

  /** Where the output's weights [padded V, H] begin. */
  int outputWeight() {
    return outputWeight;
  }

  /** Where the output's bias [padded V] begins. */
  int outputBias() {
    return outputBias;
  }

  /** Where the weights of a stack begin. */
  int stack(int index) {
    return stackStarts.get(index);
  }

  /** What decays, in pieces as large as they come. */
  List<Piece> decaying() {
    return List.copyOf(decaying);
  }

  /** From the order of the model file to the card's. */
  float[] toCard(float[] values) {
    float[] result = new float[size];
    for (Piece piece : pieces) {
      System.arraycopy(values, piece.host(), result, piece.card(), piece.count());
    }
    return result;
  }

  /** From the card's order to that of the model file. */
  float[] toHost(float[] values) {
    float[] result = new float[parameters];
    for (Piece piece : pieces) {
      System.arraycopy(values, piece.card(), result, piece.host(), piece.count());
    }
    return result;
  }
}
