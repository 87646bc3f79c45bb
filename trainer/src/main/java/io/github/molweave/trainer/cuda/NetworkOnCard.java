package io.github.molweave.trainer.cuda;

import io.github.molweave.network.Architecture;
import io.github.molweave.random.Purpose;
import io.github.molweave.random.Seed;
import io.github.molweave.trainer.cuda.CardMemory.Piece;
import io.github.molweave.trainer.cuda.Product.Factor;
import io.github.molweave.trainer.cuda.Product.Form;
import io.github.molweave.trainer.cuda.Product.Result;
import io.github.molweave.trainer.cuda.RecurrentStack.Mode;
import io.github.molweave.trainer.cuda.RecurrentStack.TempSizes;
import io.github.molweave.trainer.device.StepSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward and backward over one batch on the card. Matrices lie row by row; those of the output
 * layer and of one-hot rows are turned, [V, tokens], so that neighbouring threads of a kernel read
 * neighbouring numbers.
 */
final class NetworkOnCard implements AutoCloseable {
  private final Architecture sizes;
  private final StepSettings settings;
  private final Precision precision;
  private final Element element;
  private final CudaLibraries libraries;
  private final CardLayout places;
  private final List<RecurrentStack> stacks;
  private final int stride;
  private final Piece parameters;
  private final Piece gradient;
  private final Piece narrowParameters;
  private final Piece narrowGradient;
  private final Piece input;
  private final Piece inputSlopes;
  private final List<Piece> outputs = new ArrayList<>();
  private final List<Piece> dropped = new ArrayList<>();
  private final Piece[] slopes = new Piece[2];
  private final Piece logits;
  private final Piece logitSlopes;
  private final Piece losses;
  private final Piece ones;
  private final Piece workspace;
  private final List<Piece> reserves = new ArrayList<>();
  private boolean narrowIsStale = true;

  NetworkOnCard(
      Architecture sizes,
      StepSettings settings,
      Precision precision,
      CudaLibraries libraries,
      CardLayout places,
      CardPlan plan,
      List<RecurrentStack> stacks,
      CardMemory memory) {
    this.sizes = sizes;
    this.settings = settings;
    this.precision = precision;
    this.element = precision.element();
    this.libraries = libraries;
    this.places = places;
    this.stacks = stacks;
    this.stride = plan.rows();
    parameters = memory.take(plan.parameters());
    gradient = memory.take(plan.parameters());
    narrowParameters = memory.take(plan.narrowParameters());
    narrowGradient = memory.take(plan.narrowParameters());
    input = memory.take(plan.input());
    inputSlopes = memory.take(plan.input());
    for (int i = 0; i < stacks.size(); i++) {
      outputs.add(memory.take(plan.hidden()));
      dropped.add(memory.take(i + 1 < stacks.size() ? plan.hidden() : 0));
      reserves.add(memory.take(plan.reserves().get(i)));
    }
    slopes[0] = memory.take(plan.hidden());
    slopes[1] = memory.take(stacks.size() > 1 ? plan.hidden() : 0);
    logits = memory.take(plan.logits());
    logitSlopes = memory.take(plan.logitSlopes());
    losses = memory.take(plan.losses());
    ones = memory.take(plan.ones());
    workspace = memory.take(plan.workspace());
    parameters.clear();
    libraries.launch(Kernel.FILL, stride, ones.address(), stride, bits(1), element.narrow());
  }

  long parameters() {
    return parameters.address();
  }

  long gradient() {
    return gradient.address();
  }

  /** One for each token of the batch that went forward last. */
  long losses() {
    return losses.address();
  }

  /** The 16-bit copy no longer holds. */
  void parametersChanged() {
    narrowIsStale = true;
  }

  /** From tokens to losses, and when a backward pass follows, to the slopes of the logits. */
  void forward(BatchOnCard batch, Mode mode, int update) {
    refreshNarrow();
    int rows = batch.rows();
    libraries.launch(
        Kernel.EMBED,
        (long) rows * sizes.embeddingSize(),
        batch.tokens(),
        floatsAt(parameters, places.embedding()),
        input.address(),
        rows,
        sizes.embeddingSize(),
        element.narrow());
    long below = input.address();
    for (int i = 0; i < stacks.size(); i++) {
      TempSizes temp = stacks.get(i).begin(batch.lengths(), batch.lengthsOnCard());
      workspace.atLeast(temp.workspace());
      reserves.get(i).atLeast(temp.reserve());
      stacks
          .get(i)
          .forward(
              mode,
              weights(places.stack(i)),
              below,
              outputs.get(i).address(),
              workspace.space(),
              reserves.get(i).space());
      below = outputs.get(i).address();
      if (mode == Mode.TRAINING && i + 1 < stacks.size()) {
        drop(batch, update, i + 1, below, dropped.get(i).address());
        below = dropped.get(i).address();
      }
    }
    multiply(
        places.paddedVocabulary(),
        rows,
        sizes.hiddenSize(),
        outputWeight(),
        factor(below, sizes.hiddenSize(), Form.TURNED),
        new Result(logits.address(), stride, Element.FLOAT));
    libraries.launch(
        Kernel.SOFTMAX_CROSS_ENTROPY,
        rows,
        logits.address(),
        floatsAt(parameters, places.outputBias()),
        batch.targets(),
        mode == Mode.TRAINING ? logitSlopes.address() : 0,
        losses.address(),
        rows,
        sizes.vocabularySize(),
        places.paddedVocabulary(),
        stride,
        bits(1.0 / rows),
        element.narrow());
  }

  /** From the slopes of the logits to the gradient, after {@link #forward}. */
  void backward(BatchOnCard batch, int update) {
    int rows = batch.rows();
    int hidden = sizes.hiddenSize();
    int padded = places.paddedVocabulary();
    int top = stacks.size() - 1;
    gradient.clear();
    narrowGradient.clear();
    Factor logitSlope = factor(logitSlopes.address(), stride, Form.PLAIN);
    multiply(
        padded,
        hidden,
        rows,
        logitSlope,
        factor(outputs.get(top).address(), hidden, Form.PLAIN),
        new Result(floatsAt(gradient, places.outputWeight()), hidden, Element.FLOAT));
    multiply(
        padded,
        1,
        rows,
        logitSlope,
        factor(ones.address(), 1, Form.PLAIN),
        new Result(floatsAt(gradient, places.outputBias()), 1, Element.FLOAT));
    multiply(
        rows,
        hidden,
        padded,
        factor(logitSlopes.address(), stride, Form.TURNED),
        outputWeight(),
        new Result(slopes[0].address(), hidden, element));
    for (int i = top, side = 0; i >= 0; i--, side = 1 - side) {
      long above = slopes[side].address();
      long below = i == 0 ? inputSlopes.address() : slopes[1 - side].address();
      backThrough(i, above, below);
      if (i > 0) {
        drop(batch, update, i, below, below);
      }
    }
    if (element != Element.FLOAT) {
      int from = places.stack(0);
      int count = places.size() - from;
      libraries.launch(
          Kernel.WIDEN_ALL,
          count,
          narrowGradient.address() + (long) from * element.bytes(),
          floatsAt(gradient, from),
          count);
    }
    libraries.launch(
        Kernel.ONE_HOT,
        (long) rows * sizes.vocabularySize(),
        batch.tokens(),
        logitSlopes.address(),
        rows,
        sizes.vocabularySize(),
        stride,
        element.narrow());
    multiply(
        sizes.vocabularySize(),
        sizes.embeddingSize(),
        rows,
        logitSlope,
        factor(inputSlopes.address(), sizes.embeddingSize(), Form.PLAIN),
        new Result(floatsAt(gradient, places.embedding()), sizes.embeddingSize(), Element.FLOAT));
  }

  private void backThrough(int index, long above, long below) {
    RecurrentStack stack = stacks.get(index);
    Piece reserve = reserves.get(index);
    long fed = index == 0 ? input.address() : dropped.get(index - 1).address();
    long output = outputs.get(index).address();
    int start = places.stack(index);
    stack.backwardData(weights(start), output, above, below, workspace.space(), reserve.space());
    long weightSlopes =
        element == Element.FLOAT
            ? floatsAt(gradient, start)
            : narrowGradient.address() + (long) start * element.bytes();
    stack.backwardWeights(fed, output, weightSlopes, workspace.space(), reserve.space());
  }

  private void drop(BatchOnCard batch, int update, int layer, long from, long to) {
    Seed seed = new Seed((int) (settings.seed() >>> 32), (int) settings.seed());
    int units = sizes.hiddenSize();
    libraries.launch(
        Kernel.DROPOUT,
        (long) batch.rows() * ((units + 3) / 4),
        from,
        to,
        batch.places(),
        batch.molecules(),
        batch.rows(),
        units,
        seed.low(),
        seed.high(),
        Purpose.DROPOUT.key(),
        update,
        layer,
        sizes.layers(),
        Math.round(settings.dropout() * 0x1p32),
        bits((float) (1 / (1 - settings.dropout()))),
        element.narrow());
  }

  private void refreshNarrow() {
    if (narrowIsStale && element != Element.FLOAT) {
      libraries.launch(
          Kernel.NARROW_ALL,
          places.size(),
          parameters.address(),
          narrowParameters.address(),
          places.size());
    }
    narrowIsStale = false;
  }

  private void multiply(int rows, int columns, int inner, Factor a, Factor b, Result c) {
    libraries.product(new Product(rows, columns, inner, a, b, c), precision);
  }

  /** [padded V, H]. */
  private Factor outputWeight() {
    return factor(weights(places.outputWeight()), sizes.hiddenSize(), Form.PLAIN);
  }

  private Factor factor(long address, int step, Form form) {
    return new Factor(address, step, element, form);
  }

  /** Where weights begin that products read: in 16 bits when products have 16. */
  private long weights(int offset) {
    return element == Element.FLOAT
        ? floatsAt(parameters, offset)
        : narrowParameters.address() + (long) offset * element.bytes();
  }

  private static long floatsAt(Piece piece, int offset) {
    return piece.address() + (long) offset * Float.BYTES;
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  @Override
  public void close() {
    stacks.forEach(RecurrentStack::close);
  }
}
