package io.github.molweave.trainer.cuda;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.cuda.CardMemory.Piece;
import io.github.molweave.trainer.cuda.RecurrentStack.Mode;
import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.DeviceFailure;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.device.TrainingDevice;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent network that learns on an NVIDIA card. Parameters, means and activations stay there;
 * a step brings over the tokens of its batch and takes back two numbers. All memory is taken at the
 * start, for the largest batch.
 *
 * <p>The mathematics is that of {@code Nd4jDevice}: the same loss, Adam, decoupled decay, clipping,
 * and with dropout the same numbers left out, because they come of the same counter noise.
 *
 * <p>Accuracy: {@code GoldenTraining}, here with a stand-in for the libraries ({@code
 * CudaDeviceTest}), on a card by {@code trainer/gpu-check.sh}; docs/gpu.md says what was run where.
 *
 * <p>Determinism: nothing here depends on the order of threads; cuDNN and cuBLAS may.
 */
public final class CudaDevice implements TrainingDevice {
  private final ParameterLayout layout;
  private final StepSettings settings;
  private final Precision precision;
  private final CudaLibraries libraries;
  private final NetworkOnCard network;
  private final CardLayout places;
  private final CardMemory memory;
  private final PackedAhead ahead;
  private final Piece mean;
  private final Piece square;
  private final Piece results;
  private final Piece batchOnCard;
  private int updates;

  /**
   * A device for a network of zeros, which {@link #restore} replaces.
   *
   * @param libraries used, and left open by {@link #close}
   * @throws DeviceFailure when the cell is none of cuDNN's, the card does not have the precision,
   *     or the memory does not hold the run
   */
  public CudaDevice(
      ParameterLayout layout, StepSettings settings, Precision precision, CudaLibraries libraries) {
    refuseForeign(layout.architecture().cell());
    libraries.refuseLacking(precision);
    this.layout = layout;
    this.settings = settings;
    this.precision = precision;
    this.libraries = libraries;
    this.memory = new CardMemory(libraries);
    List<RecurrentStack> stacks = new ArrayList<>();
    try {
      List<StackShape> shapes = shapes(layout.architecture(), settings, precision);
      shapes.forEach(shape -> stacks.add(libraries.stack(shape)));
      this.places = new CardLayout(layout, shapes, stacks);
      CardPlan plan =
          CardPlan.fitting(
              size -> CardPlan.of(places, layout.architecture(), stacks, settings, precision, size),
              settings.batchSize(),
              settings.longest(),
              CardPlan.tokenBytes(layout.architecture(), precision),
              libraries.freeMemory());
      this.mean = cleared(plan.parameters());
      this.square = cleared(plan.parameters());
      this.results = cleared(2 * Float.BYTES);
      this.batchOnCard = memory.take(plan.batch());
      this.network =
          new NetworkOnCard(
              layout.architecture(), settings, precision, libraries, places, plan, stacks, memory);
      this.ahead = new PackedAhead(libraries, Math.toIntExact(plan.batch() / Integer.BYTES));
    } catch (DeviceFailure failure) {
      stacks.forEach(RecurrentStack::close);
      memory.close();
      throw failure;
    }
  }

  /**
   * Refuses what cuDNN does not have.
   *
   * @throws DeviceFailure for the GRU that resets before its product
   */
  public static void refuseForeign(CellKind cell) {
    if (cell == CellKind.GRU_RESET_BEFORE) {
      throw new DeviceFailure(
          Problem.NOT_ON_CARD,
          "cuDNN has no "
              + cell.id()
              + ", so a card cannot train it. --cell gru is the one that cuDNN has; --device cpu"
              + " trains "
              + cell.id()
              + " on the processor.");
    }
  }

  /** All layers at once; with dropout, which is ours, one by one. */
  private static List<StackShape> shapes(
      Architecture sizes, StepSettings settings, Precision precision) {
    boolean apart = settings.dropout() > 0;
    List<StackShape> shapes = new ArrayList<>();
    for (int layer = 0; layer < (apart ? sizes.layers() : 1); layer++) {
      shapes.add(
          new StackShape(
              sizes.cell(),
              sizes.inputSize(layer),
              sizes.hiddenSize(),
              apart ? 1 : sizes.layers(),
              precision));
    }
    return shapes;
  }

  private Piece cleared(long bytes) {
    Piece piece = memory.take(bytes);
    piece.clear();
    return piece;
  }

  @Override
  public String description() {
    return libraries.description() + ", " + precision.id();
  }

  @Override
  public void expect(Batch next) {
    checkSize(next);
    ahead.expect(next);
  }

  @Override
  public StepResult trainStep(Batch batch, double learningRate) {
    BatchOnCard current = bringOver(batch);
    network.forward(current, Mode.TRAINING, updates);
    network.backward(current, updates);
    int size = places.size();
    long sum = results.address();
    long norm = results.address() + Float.BYTES;
    libraries.absoluteSum(network.losses(), current.rows(), sum);
    libraries.norm(network.gradient(), size, norm);
    if (settings.weightDecay() > 0) {
      double factor = 1 - learningRate * settings.weightDecay();
      for (CardLayout.Piece piece : places.decaying()) {
        long from = network.parameters() + (long) piece.card() * Float.BYTES;
        libraries.launch(
            Kernel.SHRINK, piece.count(), from, piece.count(), Double.doubleToRawLongBits(factor));
      }
    }
    libraries.launch(
        Kernel.ADAM,
        size,
        network.parameters(),
        network.gradient(),
        mean.address(),
        square.address(),
        norm,
        size,
        Double.doubleToRawLongBits(settings.clipNorm()),
        Double.doubleToRawLongBits(Adam.rate(learningRate, updates)),
        Double.doubleToRawLongBits(Adam.BETA1),
        Double.doubleToRawLongBits(Adam.BETA2),
        Double.doubleToRawLongBits(Adam.EPSILON));
    network.parametersChanged();
    updates++;
    float[] told = new float[2];
    libraries.download(results.address(), told);
    return new StepResult((double) told[0] / current.rows(), told[1]);
  }

  @Override
  public double totalNll(Batch batch) {
    BatchOnCard current = bringOver(batch);
    network.forward(current, Mode.INFERENCE, -1);
    libraries.absoluteSum(network.losses(), current.rows(), results.address());
    float[] told = new float[1];
    libraries.download(results.address(), told);
    return told[0];
  }

  private BatchOnCard bringOver(Batch batch) {
    checkSize(batch);
    PackedBatch packed = ahead.take(batch);
    libraries.upload(packed.ints(), packed.count(), batchOnCard.address());
    return new BatchOnCard(
        batchOnCard.address(), packed.rows(), packed.molecules(), packed.lengths());
  }

  private void checkSize(Batch batch) {
    if (batch.rows() > settings.batchSize() || batch.steps() > settings.longest()) {
      throw new IllegalArgumentException(
          "the batch has "
              + batch.rows()
              + " molecules of up to "
              + batch.steps()
              + " steps; this device was made for "
              + settings.batchSize()
              + " of "
              + settings.longest());
    }
  }

  @Override
  public NetworkState state() {
    return new NetworkState(
        fromCard(network.parameters()),
        fromCard(mean.address()),
        fromCard(square.address()),
        updates);
  }

  private float[] fromCard(long address) {
    float[] values = new float[places.size()];
    libraries.download(address, values);
    return places.toHost(values);
  }

  @Override
  public void restore(NetworkState state) {
    if (state.parameters().length != layout.size()) {
      throw new IllegalArgumentException(
          "a state of "
              + state.parameters().length
              + " parameters does not fit a network of "
              + layout.size());
    }
    libraries.upload(places.toCard(state.parameters()), network.parameters());
    libraries.upload(places.toCard(state.firstMoment()), mean.address());
    libraries.upload(places.toCard(state.secondMoment()), square.address());
    updates = state.updates();
    network.parametersChanged();
  }

  @Override
  public void close() {
    ahead.close();
    network.close();
    memory.close();
  }
}
