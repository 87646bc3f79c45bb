package io.github.molweave.trainer.network;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.device.TrainingDevice;
import io.github.molweave.trainer.network.Dropout.Lesson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A recurrent network on whatever ND4J runs on. All memory is taken once, for the largest batch. On
 * the CPU the molecules of a batch are shared out to threads, each with a gradient of its own; the
 * gradients are added in a fixed order.
 *
 * <p>Adam as in Kingma and Ba 2015 (arXiv:1412.6980, in the form at the end of section 2: epsilon
 * is added before the bias is corrected) with beta 0.9 and 0.999, epsilon 1e-8. Weight decay is
 * decoupled from the gradient, as in Loshchilov and Hutter 2019 (arXiv:1711.05101, algorithm 2):
 * before each update every weight loses the part weightDecay * learningRate of itself; biases and
 * the embedding lose nothing.
 *
 * <p>Determinism: the same state, batches and settings give the same bits on one machine with one
 * number of threads, {@code TrainingTest.aResumedRunEndsInTheSameBits}.
 */
public final class Nd4jDevice implements TrainingDevice {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final ParameterLayout layout;
  private final StepSettings settings;
  private final INDArray parameters;
  private final INDArray firstMoment;
  private final INDArray secondMoment;
  private final List<INDArray> decaying;
  private final TransposedWeights transposed;
  private final List<NetworkPass> passes = new ArrayList<>();
  private final PassThreads threads;
  private int updates;

  /** The arithmetic of a device. */
  public enum NumberType {
    /** 32-bit: for training. */
    FLOAT(DataType.FLOAT),
    /** 64-bit: for checking gradients. */
    DOUBLE(DataType.DOUBLE);

    private final DataType type;

    NumberType(DataType type) {
      this.type = type;
    }
  }

  /** Where what happens between the products is computed. */
  enum Gates {
    /** By ND4J's operations, on any device. */
    ARRAYS,
    /** Row by row in Java, for 32-bit numbers on the CPU. */
    ROWS
  }

  /**
   * A device for a network of zeros, which {@link #restore} replaces.
   *
   * @param layout the network's tensors
   */
  public Nd4jDevice(ParameterLayout layout, StepSettings settings, NumberType numberType) {
    this(
        layout,
        settings,
        numberType,
        numberType == NumberType.FLOAT && NativeLibrary.isOnCpu() ? Gates.ROWS : Gates.ARRAYS,
        numberType == NumberType.FLOAT && NativeLibrary.isOnCpu() ? NativeLibrary.threads() : 1);
  }

  /**
   * @param passes how many shares a batch is cut into, each with a thread
   */
  Nd4jDevice(
      ParameterLayout layout,
      StepSettings settings,
      NumberType numberType,
      Gates gates,
      int passes) {
    DataType type = numberType.type;
    this.layout = layout;
    this.settings = settings;
    this.parameters = Nd4j.zeros(type, layout.size());
    this.firstMoment = Nd4j.zeros(type, layout.size());
    this.secondMoment = Nd4j.zeros(type, layout.size());
    ParameterViews weights = new ParameterViews(layout, parameters);
    this.decaying = weights.decaying();
    this.transposed = new TransposedWeights(weights);
    int shares = Math.min(passes, settings.batchSize());
    int vocabulary = layout.architecture().vocabularySize();
    for (int share = 0; share < shares; share++) {
      PassSize size =
          new PassSize(
              type, settings.longest(), (settings.batchSize() - share + shares - 1) / shares);
      this.passes.add(
          new NetworkPass(
              layout,
              weights,
              transposed,
              settings,
              size,
              gates == Gates.ROWS ? new FloatFunctions() : new ArrayFunctions(),
              gates == Gates.ROWS ? new FloatTokenRows() : new OneHotRows(size, vocabulary)));
    }
    this.threads = new PassThreads(shares);
  }

  @Override
  public String description() {
    return NativeLibrary.describe();
  }

  @Override
  public String measuredSpeed() {
    return NativeLibrary.measuredSpeed();
  }

  @Override
  public StepResult trainStep(Batch batch, double learningRate) {
    double nll = learn(batch);
    INDArray gradient = passes.get(0).gradient();
    double norm = gradient.norm2Number().doubleValue();
    if (norm > settings.clipNorm()) {
      gradient.muli(settings.clipNorm() / norm);
    }
    Nd4j.exec(
        new AdamUpdater(
            gradient, secondMoment, firstMoment, learningRate, BETA1, BETA2, EPSILON, updates));
    if (settings.weightDecay() > 0) {
      for (INDArray tensor : decaying) {
        tensor.muli(1 - learningRate * settings.weightDecay());
      }
    }
    parameters.subi(gradient);
    transposed.markStale();
    updates++;
    return new StepResult(nll / batch.predictions(), norm);
  }

  @Override
  public double totalNll(Batch batch) {
    return totalNll(batch, -1);
  }

  /** The loss with the numbers dropped that update {@code update} drops. */
  double totalNll(Batch batch, int update) {
    return onShares(batch, (pass, share, lesson) -> pass.totalNll(share, lesson), update);
  }

  /** The gradient of the mean loss over {@code batch}, unclipped, in the order of the layout. */
  double[] gradient(Batch batch) {
    learn(batch);
    return HostCopy.read(passes.get(0).gradient(), layout.size());
  }

  /** The logits of {@code batch} by one pass: row {@code t * B + b}, V columns. */
  double[] logits(Batch batch) {
    transposed.refresh();
    return passes.get(0).forward(batch, Lesson.NONE);
  }

  /** Sets one parameter, unrounded where the device computes in double. */
  void putParameter(int index, double value) {
    parameters.putScalar(index, value);
    transposed.markStale();
  }

  /** Leaves the gradient of the whole batch with the first pass. */
  private double learn(Batch batch) {
    double scale = 1.0 / batch.predictions();
    double nll =
        onShares(batch, (pass, share, lesson) -> pass.backward(share, lesson, scale), updates);
    for (int share = 1; share < shares(batch); share++) {
      passes.get(0).gradient().addi(passes.get(share).gradient());
    }
    return nll;
  }

  /** Something that a pass does with its share of a batch, and the loss it found. */
  private interface Work {
    double apply(NetworkPass pass, Batch share, Lesson lesson);
  }

  private double onShares(Batch batch, Work work, int update) {
    checkSize(batch);
    transposed.refresh();
    int shares = shares(batch);
    List<Callable<Double>> tasks = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      NetworkPass pass = passes.get(i);
      Batch share = BatchShare.of(batch, i, shares);
      Lesson lesson = new Lesson(update, i, shares);
      tasks.add(() -> work.apply(pass, share, lesson));
    }
    return Arrays.stream(threads.run(tasks)).sum();
  }

  private int shares(Batch batch) {
    return Math.min(passes.size(), batch.rows());
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
    int size = layout.size();
    return new NetworkState(
        HostCopy.readFloats(parameters, size),
        HostCopy.readFloats(firstMoment, size),
        HostCopy.readFloats(secondMoment, size),
        updates);
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
    HostCopy.write(state.parameters(), parameters);
    HostCopy.write(state.firstMoment(), firstMoment);
    HostCopy.write(state.secondMoment(), secondMoment);
    updates = state.updates();
    transposed.markStale();
  }

  @Override
  public void close() {
    threads.close();
    for (INDArray array : List.of(parameters, firstMoment, secondMoment)) {
      array.close();
    }
  }
}
