package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.Nd4jDevice.Gates;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Loss and gradients against PyTorch's, from {@code torch-gradients.txt}. */
class TorchAgreementTest {
  @BeforeAll
  static void chooseNative() {
    NativeLibrary.choose();
  }

  @Test
  void lossAndGradientsAreThoseOfPyTorch() throws IOException {
    int networks = 0;
    for (Iterator<String> lines = lines(); lines.hasNext(); networks++) {
      String[] sizes = lines.next().split(" ");
      CellKind cell = CellKind.ofId(sizes[0]);
      int[] s = numbers(String.join(" ", Arrays.copyOfRange(sizes, 1, 5)));
      ParameterLayout layout = new ParameterLayout(new Architecture(cell, s[0], s[1], s[2], s[3]));
      Batch batch = batch(numbers(lines.next()), numbers(lines.next()), numbers(lines.next()));
      double loss = Double.parseDouble(lines.next());
      float[] parameters = new float[layout.size()];
      double[] gradient = new double[layout.size()];
      for (int i = 0; i < layout.slots().size(); i++) {
        Slot slot = layout.slot(lines.next());
        double[] values = doubles(lines.next());
        double[] slopes = doubles(lines.next());
        for (int k = 0; k < slot.elements(); k++) {
          parameters[slot.offset() + k] = (float) values[k];
          gradient[slot.offset() + k] = slopes[k];
        }
      }
      NetworkState state = NetworkState.fresh(parameters);
      assertAgrees(layout, NumberType.DOUBLE, Gates.ARRAYS, state, batch, loss, gradient, 1e-9);
      assertAgrees(layout, NumberType.FLOAT, Gates.ROWS, state, batch, loss, gradient, 1e-6);
    }
    assertEquals(2, networks);
  }

  private static void assertAgrees(
      ParameterLayout layout,
      NumberType type,
      Gates gates,
      NetworkState state,
      Batch batch,
      double loss,
      double[] expected,
      double tolerance) {
    StepSettings settings = StepSettings.plain(batch.rows(), batch.steps(), 1);
    try (Nd4jDevice device = new Nd4jDevice(layout, settings, type, gates, 2)) {
      device.restore(state);
      assertEquals(loss, device.totalNll(batch) / batch.predictions(), tolerance);
      double[] gradient = device.gradient(batch);
      for (Slot slot : layout.slots()) {
        for (int i = slot.offset(); i < slot.offset() + slot.elements(); i++) {
          assertEquals(expected[i], gradient[i], tolerance, slot.name());
        }
      }
      assertTrue(Arrays.stream(expected).anyMatch(value -> Math.abs(value) > 0.01));
    }
  }

  /** From rows of molecules to rows of steps. */
  private static Batch batch(int[] lengths, int[] inputs, int[] targets) {
    return new Batch(
        lengths.length,
        lengths[0],
        turned(inputs, lengths.length),
        turned(targets, lengths.length),
        lengths);
  }

  private static int[] turned(int[] ids, int rows) {
    int steps = ids.length / rows;
    int[] result = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      result[i % steps * rows + i / steps] = ids[i];
    }
    return result;
  }

  private static int[] numbers(String line) {
    return Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
  }

  private static double[] doubles(String line) {
    return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static Iterator<String> lines() throws IOException {
    try (var stream = TorchAgreementTest.class.getResourceAsStream("torch-gradients.txt")) {
      String text =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().iterator();
    }
  }
}
