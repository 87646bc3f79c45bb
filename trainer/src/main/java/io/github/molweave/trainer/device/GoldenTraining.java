package io.github.molweave.trainer.device;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
import io.github.molweave.trainer.device.TrainingDevice.StepResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A small network whose loss, gradient and first optimiser steps were computed by somebody else, in
 * 64 bits: what any device is held to, through nothing but {@link TrainingDevice}. The file is
 * written, and its format described, by {@code golden_steps.py}.
 *
 * @param layout the network
 * @param clip norm that gradients are scaled down to
 * @param decay weight decay
 * @param rate learning rate
 * @param batches fed in turn
 * @param start first parameters
 * @param loss mean NLL of the first batch under them
 * @param gradient of that loss, unclipped
 * @param steps what each optimiser step tells
 * @param end parameters after the last step
 */
public record GoldenTraining(
    ParameterLayout layout,
    double clip,
    double decay,
    double rate,
    List<Batch> batches,
    float[] start,
    double loss,
    double[] gradient,
    List<StepResult> steps,
    double[] end) {
  private static final double BETA1 = 0.9;

  /** Makes the device to be judged. */
  @FunctionalInterface
  public interface Maker {
    /** A device for {@code layout}. */
    TrainingDevice make(ParameterLayout layout, StepSettings settings);
  }

  /**
   * How far a device is from the golden numbers; each number relative, the worst over steps or
   * tensors, a tensor's as the norm of the difference over the norm of what it should be.
   *
   * @param loss of the losses, measured and while learning
   * @param gradient of each tensor's first gradient
   * @param norm of the gradient's norms
   * @param movement of the way that each tensor went in all steps
   */
  public record Distance(double loss, double gradient, double norm, double movement) {
    /** The worst of the four. */
    public double worst() {
      return Math.max(Math.max(loss, gradient), Math.max(norm, movement));
    }
  }

  /** Reads all networks of {@code text}. */
  public static List<GoldenTraining> read(String text) {
    List<GoldenTraining> networks = new ArrayList<>();
    Iterator<String> lines = text.lines().iterator();
    while (lines.hasNext()) {
      networks.add(readNetwork(lines));
    }
    return networks;
  }

  private static GoldenTraining readNetwork(Iterator<String> lines) {
    String[] sizes = words(lines.next(), "network");
    int[] s = integers(Arrays.copyOfRange(sizes, 1, sizes.length));
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.ofId(sizes[0]), s[0], s[1], s[2], s[3]));
    double[] optimiser = numbers(lines.next());
    List<Batch> batches = new ArrayList<>();
    String line = lines.next();
    while (line.startsWith("batch ")) {
      int[] lengths = integers(words(line, "batch"));
      int[] inputs = integers(lines.next().split(" "));
      batches.add(batch(lengths, inputs, integers(lines.next().split(" "))));
      line = lines.next();
    }
    double loss = Double.parseDouble(words(line, "loss")[0]);
    float[] start = new float[layout.size()];
    double[] gradient = new double[layout.size()];
    double[] end = new double[layout.size()];
    for (line = lines.next(); line.startsWith("tensor "); line = lines.next()) {
      int offset = layout.slot(words(line, "tensor")[0]).offset();
      double[] values = numbers(lines.next());
      for (int i = 0; i < values.length; i++) {
        start[offset + i] = (float) values[i];
      }
      System.arraycopy(numbers(lines.next()), 0, gradient, offset, values.length);
      System.arraycopy(numbers(lines.next()), 0, end, offset, values.length);
    }
    List<StepResult> steps = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double[] step = numbers(lines.next());
      steps.add(new StepResult(step[0], step[1]));
    }
    return new GoldenTraining(
        layout,
        optimiser[0],
        optimiser[1],
        optimiser[2],
        batches,
        start,
        loss,
        gradient,
        steps,
        end);
  }

  /** Asks a device all the questions. */
  public Distance distanceOf(Maker maker) {
    int rows = batches.stream().mapToInt(Batch::rows).max().orElseThrow();
    int longest = batches.stream().mapToInt(Batch::steps).max().orElseThrow();
    double lossError;
    double gradientError;
    StepSettings free = StepSettings.plain(rows, longest, Double.POSITIVE_INFINITY);
    try (TrainingDevice device = maker.make(layout, free)) {
      device.restore(NetworkState.fresh(start));
      Batch first = batches.get(0);
      lossError = relative(device.totalNll(first) / first.predictions(), loss);
      device.trainStep(first, 0);
      // Adam's mean of gradients after one step from zero is this part of the gradient.
      float[] mean = device.state().firstMoment();
      gradientError = worstTensor(i -> mean[i] / (1 - BETA1) - gradient[i], i -> gradient[i]);
    }
    double normError = 0;
    try (TrainingDevice device =
        maker.make(layout, new StepSettings(rows, longest, clip, 0, decay, 0))) {
      device.restore(NetworkState.fresh(start));
      for (int step = 0; step < steps.size(); step++) {
        StepResult result = device.trainStep(batches.get(step % batches.size()), rate);
        StepResult golden = steps.get(step);
        lossError = Math.max(lossError, relative(result.nllPerToken(), golden.nllPerToken()));
        normError = Math.max(normError, relative(result.gradientNorm(), golden.gradientNorm()));
      }
      float[] after = device.state().parameters();
      double movement = worstTensor(i -> after[i] - end[i], i -> end[i] - start[i]);
      return new Distance(lossError, gradientError, normError, movement);
    }
  }

  /** A number of each parameter. */
  @FunctionalInterface
  private interface Element {
    double at(int parameter);
  }

  private double worstTensor(Element difference, Element wanted) {
    double worst = 0;
    for (Slot slot : layout.slots()) {
      double error = 0;
      double size = 0;
      for (int i = slot.offset(); i < slot.offset() + slot.elements(); i++) {
        error += difference.at(i) * difference.at(i);
        size += wanted.at(i) * wanted.at(i);
      }
      worst = worseOf(worst, Math.sqrt(error / size));
    }
    return worst;
  }

  private static double relative(double value, double wanted) {
    return worseOf(0, Math.abs(value - wanted) / Math.abs(wanted));
  }

  /** What is no number is as bad as can be. */
  private static double worseOf(double a, double b) {
    return Double.isNaN(b) ? Double.POSITIVE_INFINITY : Math.max(a, b);
  }

  /** From molecules one after another, without padding, to rows of steps. */
  private static Batch batch(int[] lengths, int[] inputs, int[] targets) {
    int rows = lengths.length;
    int[] in = new int[rows * lengths[0]];
    int[] out = new int[rows * lengths[0]];
    int from = 0;
    for (int row = 0; row < rows; row++) {
      for (int t = 0; t < lengths[row]; t++) {
        in[t * rows + row] = inputs[from + t];
        out[t * rows + row] = targets[from + t];
      }
      from += lengths[row];
    }
    return new Batch(rows, lengths[0], in, out, lengths);
  }

  private static String[] words(String line, String first) {
    if (!line.startsWith(first + " ")) {
      throw new IllegalArgumentException("a line of golden steps begins with " + first);
    }
    return line.substring(first.length() + 1).split(" ");
  }

  private static int[] integers(String[] words) {
    return Arrays.stream(words).mapToInt(Integer::parseInt).toArray();
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
