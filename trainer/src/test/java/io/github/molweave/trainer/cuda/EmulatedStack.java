package io.github.molweave.trainer.cuda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * cuDNN's recurrent layers in Java and double, with weights that lie in an order of its own: a
 * layer's biases first, its gates backwards, gaps in between. Refuses calls out of order and memory
 * that was changed under it.
 */
final class EmulatedStack implements RecurrentStack {
  private static final int GAP = 3;

  private final EmulatedCard card;
  private final StackShape shape;
  private final Element element;
  private final int gates;
  private final int hidden;
  private int[] lengths;
  private List<LayerPass> passes = List.of();
  private boolean closed;
  private Stage stage = Stage.IDLE;
  private float stamp;

  private enum Stage {
    IDLE,
    BEGUN,
    FORWARD,
    BACKWARD
  }

  EmulatedStack(EmulatedCard card, StackShape shape) {
    this.card = card;
    this.shape = shape;
    this.element = shape.precision().element();
    this.gates = shape.cell().gates();
    this.hidden = shape.hiddenSize();
  }

  boolean isClosed() {
    return closed;
  }

  private int inputs(int layer) {
    return layer == 0 ? shape.inputSize() : hidden;
  }

  private long layerElements(int layer) {
    return 2L * gates * (hidden + GAP)
        + (long) gates * (hidden * inputs(layer) + hidden * hidden + 2 * GAP);
  }

  @Override
  public long weightBytes() {
    long elements = 0;
    for (int layer = 0; layer < shape.layers(); layer++) {
      elements += layerElements(layer);
    }
    return elements * element.bytes();
  }

  @Override
  public Place place(int layer, Side side, int gate) {
    long start = 0;
    for (int below = 0; below < layer; below++) {
      start += layerElements(below);
    }
    int back = gates - 1 - gate;
    long bias = start + (long) (side == Side.INPUT ? back : gates + back) * (hidden + GAP);
    long matrices = start + 2L * gates * (hidden + GAP);
    long input = (long) hidden * inputs(layer) + GAP;
    long recurrent = (long) hidden * hidden + GAP;
    long matrix = matrices + back * (input + recurrent) + (side == Side.INPUT ? 0 : input);
    return new Place(matrix * element.bytes(), bias * element.bytes());
  }

  @Override
  public TempSizes tempSizes(int[] batch) {
    int steps = Arrays.stream(batch).sum();
    return new TempSizes(64L + 4L * batch.length, 64L + 8L * steps * hidden * shape.layers());
  }

  @Override
  public TempSizes begin(int[] batch, long lengthsOnCard) {
    TempSizes sizes = tempSizes(batch);
    int[] copy = batch.clone();
    card.queue(
        "begin",
        () -> {
          for (int i = 0; i < copy.length; i++) {
            check(card.memory().getInt(lengthsOnCard, i) == copy[i], "other lengths on the card");
            check(i == 0 || copy[i] <= copy[i - 1], "lengths rise");
          }
          lengths = copy;
          stage = Stage.BEGUN;
        });
    return sizes;
  }

  @Override
  public void forward(
      Mode mode, long weights, long input, long output, Space workspace, Space reserve) {
    card.queue(
        "forward",
        () -> {
          check(stage == Stage.BEGUN, "forward before begin");
          checkSpaces(workspace, reserve);
          double[][] fed =
              card.rows(input, Arrays.stream(lengths).sum(), shape.inputSize(), element);
          passes = new ArrayList<>();
          for (int layer = 0; layer < shape.layers(); layer++) {
            LayerPass pass = new LayerPass(shape.cell(), weightsOf(layer, weights), lengths, fed);
            passes.add(pass);
            fed = pass.outputs();
          }
          card.putRows(output, fed, element);
          stage = mode == Mode.TRAINING ? Stage.FORWARD : Stage.IDLE;
          stamp++;
          card.memory().put(reserve.address(), 0, stamp, Element.FLOAT);
        });
  }

  @Override
  public void backwardData(
      long weights,
      long output,
      long outputSlopes,
      long inputSlopes,
      Space workspace,
      Space reserve) {
    card.queue(
        "backwardData",
        () -> {
          check(stage == Stage.FORWARD, "backward before forward");
          checkSpaces(workspace, reserve);
          checkStamp(reserve);
          int rows = Arrays.stream(lengths).sum();
          checkOutput(output, rows);
          double[][] slopes = card.rows(outputSlopes, rows, hidden, element);
          for (int layer = shape.layers() - 1; layer >= 0; layer--) {
            slopes = passes.get(layer).backward(slopes);
          }
          card.putRows(inputSlopes, slopes, element);
          stage = Stage.BACKWARD;
        });
  }

  @Override
  public void backwardWeights(
      long input, long output, long weightSlopes, Space workspace, Space reserve) {
    card.queue(
        "backwardWeights",
        () -> {
          check(stage == Stage.BACKWARD, "weights before data");
          checkSpaces(workspace, reserve);
          checkStamp(reserve);
          int rows = Arrays.stream(lengths).sum();
          checkOutput(output, rows);
          check(
              Arrays.deepEquals(
                  card.rows(input, rows, shape.inputSize(), element), passes.get(0).inputs()),
              "the input has changed since forward");
          for (int layer = 0; layer < shape.layers(); layer++) {
            addSlopes(layer, weightSlopes);
          }
          stage = Stage.IDLE;
        });
  }

  private void checkSpaces(Space workspace, Space reserve) {
    check(!closed, "used after it was closed");
    TempSizes needed = tempSizes(lengths);
    check(workspace.bytes() >= needed.workspace(), "workspace too small");
    check(reserve.bytes() >= needed.reserve(), "reserve too small");
    card.memory().put(workspace.address(), 0, -1, Element.FLOAT);
  }

  private void checkStamp(Space reserve) {
    check(
        card.memory().get(reserve.address(), 0, Element.FLOAT) == stamp, "the reserve has changed");
  }

  private void checkOutput(long output, int rows) {
    double[][] now = card.rows(output, rows, hidden, element);
    double[][] then = passes.get(passes.size() - 1).outputs();
    for (int n = 0; n < rows; n++) {
      for (int j = 0; j < hidden; j++) {
        check(Math.abs(now[n][j] - then[n][j]) < 0.01, "the output has changed since forward");
      }
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private LayerPass.Weights weightsOf(int layer, long weights) {
    LayerPass.Weights found = LayerPass.Weights.zeros(gates, hidden, inputs(layer));
    for (Side side : Side.values()) {
      for (int gate = 0; gate < gates; gate++) {
        Place place = place(layer, side, gate);
        double[][] matrix = found.matrix(side);
        for (int j = 0; j < hidden; j++) {
          int row = gate * hidden + j;
          for (int k = 0; k < matrix[row].length; k++) {
            matrix[row][k] =
                card.memory()
                    .get(weights + place.matrix(), (long) j * matrix[row].length + k, element);
          }
          found.bias(side)[row] = card.memory().get(weights + place.bias(), j, element);
        }
      }
    }
    return found;
  }

  private void addSlopes(int layer, long weightSlopes) {
    LayerPass.Weights found = passes.get(layer).slopes();
    for (Side side : Side.values()) {
      for (int gate = 0; gate < gates; gate++) {
        Place place = place(layer, side, gate);
        double[][] matrix = found.matrix(side);
        for (int j = 0; j < hidden; j++) {
          int row = gate * hidden + j;
          for (int k = 0; k < matrix[row].length; k++) {
            card.add(
                weightSlopes + place.matrix(),
                (long) j * matrix[row].length + k,
                matrix[row][k],
                element);
          }
          card.add(weightSlopes + place.bias(), j, found.bias(side)[row], element);
        }
      }
    }
  }

  @Override
  public void close() {
    check(!closed, "closed twice");
    closed = true;
  }
}
