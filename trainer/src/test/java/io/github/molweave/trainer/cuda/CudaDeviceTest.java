package io.github.molweave.trainer.cuda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.DeviceFailure;
import io.github.molweave.trainer.device.GoldenText;
import io.github.molweave.trainer.device.GoldenTraining;
import io.github.molweave.trainer.device.GoldenTraining.Distance;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.NativeLibrary;
import io.github.molweave.trainer.network.Nd4jDevice;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The device for cards with NVIDIA's libraries emulated: all but the libraries themselves. */
class CudaDeviceTest {
  private static final ParameterLayout LAYOUT =
      new ParameterLayout(new Architecture(CellKind.LSTM, 5, 3, 6, 3));
  private static final int[] TOKENS = {0, 1, 2, 3, 4, 0, 1, 2};
  private static final Batch BATCH = new Batch(2, 4, TOKENS, TOKENS, new int[] {4, 3});
  private static final Batch OTHER = new Batch(2, 2, TOKENS, TOKENS, new int[] {2, 2});

  @Test
  void gradientsAndTenStepsAreThoseOfPyTorchAndAllMemoryIsGivenBack() {
    for (GoldenTraining network : GoldenText.networks()) {
      for (Precision precision : Precision.values()) {
        EmulatedCard card = EmulatedCard.large();
        Distance distance =
            network.distanceOf(
                (layout, settings) -> new CudaDevice(layout, settings, precision, card));
        // A bfloat16 has 8 bits: steps of nearly 0.4 %, and their sum.
        double allowed = precision == Precision.BF16 ? 0.1 : 1e-4;
        assertTrue(
            distance.worst() < allowed,
            network.layout().architecture() + " " + precision + " " + distance);
        assertTrue(card.isTidy());
      }
    }
  }

  @Test
  void withDropoutItLeavesOutWhatTheProcessorLeavesOut() {
    NativeLibrary.choose();
    StepSettings settings = new StepSettings(2, 4, 0.5, 0.4, 0.1, 0x123456789abcL);
    EmulatedCard card = EmulatedCard.large();
    try (CudaDevice onCard = new CudaDevice(LAYOUT, settings, Precision.FLOAT32, card);
        Nd4jDevice onCpu = new Nd4jDevice(LAYOUT, settings, NumberType.FLOAT)) {
      NetworkState start = NetworkState.fresh(LAYOUT.initialValues(3));
      onCard.restore(start);
      onCpu.restore(start);
      for (int step = 0; step < 5; step++) {
        assertEquals(
            onCpu.trainStep(BATCH, 0.01).nllPerToken(),
            onCard.trainStep(BATCH, 0.01).nllPerToken(),
            1e-5);
      }
      assertEquals(onCpu.totalNll(BATCH), onCard.totalNll(BATCH), 1e-4);
    }
    assertTrue(card.isTidy());
  }

  @Test
  void aStateGoesFromDeviceToDeviceAndOn() {
    NativeLibrary.choose();
    StepSettings settings = StepSettings.plain(2, 4, 1);
    EmulatedCard card = EmulatedCard.large();
    try (CudaDevice onCard = new CudaDevice(LAYOUT, settings, Precision.FLOAT32, card);
        CudaDevice other = new CudaDevice(LAYOUT, settings, Precision.FLOAT32, card);
        Nd4jDevice onCpu = new Nd4jDevice(LAYOUT, settings, NumberType.FLOAT)) {
      onCard.restore(NetworkState.fresh(LAYOUT.initialValues(3)));
      onCard.trainStep(BATCH, 0.01);
      NetworkState state = onCard.state();
      onCpu.restore(state);
      other.restore(state);
      assertEquals(1, state.updates());
      assertArrayEquals(state.firstMoment(), other.state().firstMoment());
      double expected = onCard.trainStep(BATCH, 0.01).nllPerToken();
      assertEquals(expected, onCpu.trainStep(BATCH, 0.01).nllPerToken(), 1e-5);
      assertEquals(expected, other.trainStep(BATCH, 0.01).nllPerToken());
      assertArrayEquals(onCard.state().parameters(), other.state().parameters());
      assertArrayEquals(onCard.state().parameters(), onCpu.state().parameters(), 1e-4f);
    }
  }

  @Test
  void aBatchThatWasExpectedOrNotIsTheOneThatIsLearned() {
    StepSettings settings = StepSettings.plain(2, 4, 1);
    EmulatedCard card = EmulatedCard.large();
    try (CudaDevice plain = new CudaDevice(LAYOUT, settings, Precision.FLOAT32, card);
        CudaDevice told = new CudaDevice(LAYOUT, settings, Precision.FLOAT32, card)) {
      NetworkState start = NetworkState.fresh(LAYOUT.initialValues(3));
      plain.restore(start);
      told.restore(start);
      for (Batch expected : List.of(BATCH, OTHER, OTHER)) {
        told.expect(expected);
        assertEquals(plain.trainStep(BATCH, 0.01), told.trainStep(BATCH, 0.01));
        told.expect(OTHER);
        assertEquals(plain.trainStep(OTHER, 0.01), told.trainStep(OTHER, 0.01));
      }
    }
  }

  @Test
  void aStepBringsOverItsTokensOnceAndTakesBackTwoNumbersOnce() {
    EmulatedCard card = EmulatedCard.large();
    try (CudaDevice device =
        new CudaDevice(LAYOUT, StepSettings.plain(2, 4, 1), Precision.TF32, card)) {
      device.restore(NetworkState.fresh(LAYOUT.initialValues(3)));
      card.calls().clear();
      device.trainStep(BATCH, 0.01);
      assertEquals(
          List.of(
              "upload",
              "embed",
              "begin",
              "forward",
              "product",
              "softmax_cross_entropy",
              "clear",
              "product",
              "product",
              "product",
              "backwardData",
              "backwardWeights",
              "one_hot",
              "product",
              "absoluteSum",
              "norm",
              "adam",
              "download"),
          card.calls());
    }
  }

  @Test
  void aCardThatIsLostEndsTheStepByNameAndCanStillBeClosed() {
    EmulatedCard card = EmulatedCard.large();
    try (CudaDevice device =
        new CudaDevice(LAYOUT, StepSettings.plain(2, 4, 1), Precision.TF32, card)) {
      device.restore(NetworkState.fresh(LAYOUT.initialValues(3)));
      card.loseAtDownload(1);
      device.trainStep(BATCH, 0.01);
      DeviceFailure lost = assertThrows(DeviceFailure.class, () -> device.trainStep(BATCH, 0.01));
      assertEquals(Problem.CARD_LOST, lost.problem());
    }
    assertTrue(card.isTidy());
  }

  @Test
  void tooLittleMemoryNamesTheBatchThatFitsAndThatOneFits() {
    ParameterLayout layout = new ParameterLayout(new Architecture(CellKind.LSTM, 30, 8, 16, 2));
    EmulatedCard card = new EmulatedCard(1_500_000);
    DeviceFailure refused =
        assertThrows(
            DeviceFailure.class,
            () -> new CudaDevice(layout, StepSettings.plain(512, 40, 1), Precision.TF32, card));
    assertEquals(Problem.OUT_OF_MEMORY, refused.problem());
    Matcher fits = Pattern.compile("--batch (\\d+) would fit").matcher(refused.getMessage());
    assertTrue(fits.find(), refused.getMessage());
    assertTrue(card.isTidy());
    int batch = Integer.parseInt(fits.group(1));
    assertTrue(batch > 1, refused.getMessage());
    new CudaDevice(layout, StepSettings.plain(batch, 40, 1), Precision.TF32, card).close();
    assertThrows(
        DeviceFailure.class,
        () -> new CudaDevice(layout, StepSettings.plain(batch + 1, 40, 1), Precision.TF32, card));
    DeviceFailure huge =
        assertThrows(
            DeviceFailure.class,
            () ->
                new CudaDevice(
                    layout, StepSettings.plain(Integer.MAX_VALUE, 40, 1), Precision.TF32, card));
    assertTrue(huge.getMessage().contains(fits.group()), huge.getMessage());
    DeviceFailure hopeless =
        assertThrows(
            DeviceFailure.class,
            () ->
                new CudaDevice(
                    layout,
                    StepSettings.plain(2, 40, 1),
                    Precision.TF32,
                    new EmulatedCard(10_000)));
    assertTrue(hopeless.getMessage().contains("--hidden"), hopeless.getMessage());
  }

  @Test
  void theCellThatCudnnLacksIsRefusedByName() {
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_BEFORE, 5, 3, 4, 1));
    DeviceFailure refused =
        assertThrows(
            DeviceFailure.class,
            () ->
                new CudaDevice(
                    layout, StepSettings.plain(2, 4, 1), Precision.TF32, EmulatedCard.large()));
    assertEquals(Problem.NOT_ON_CARD, refused.problem());
    assertTrue(refused.getMessage().contains("gru-reset-before"), refused.getMessage());
  }

  @Test
  void sixteenBitsNeedACardAndACudnnThatHaveThem() {
    StepSettings settings = StepSettings.plain(2, 4, 1);
    EmulatedCard card = EmulatedCard.large();
    for (CardFacts lacking :
        List.of(
            new CardFacts(0, 1, 13000, 13000, 91200, 13000, "old cuDNN", 9, 0),
            new CardFacts(0, 1, 13000, 13000, 91900, 13000, "Turing", 7, 5))) {
      card.become(lacking);
      DeviceFailure refused =
          assertThrows(
              DeviceFailure.class, () -> new CudaDevice(LAYOUT, settings, Precision.BF16, card));
      assertEquals(Problem.NOT_ON_CARD, refused.problem());
      assertTrue(refused.getMessage().contains("cuDNN 9.13"), refused.getMessage());
      new CudaDevice(LAYOUT, settings, Precision.TF32, card).close();
    }
    card.become(new CardFacts(0, 1, 13000, 13000, 91300, 13000, "Ampere", 8, 0));
    new CudaDevice(LAYOUT, settings, Precision.BF16, card).close();
  }

  @Test
  void whateverIsRefusedAtTheStartTheRestIsGivenBack() {
    StepSettings settings = new StepSettings(2, 4, 0.5, 0.4, 0.1, 1);
    int refused = 0;
    for (boolean made = false; !made; refused++) {
      EmulatedCard card = EmulatedCard.large();
      card.refuseTake(refused + 1);
      try (CudaDevice device = new CudaDevice(LAYOUT, settings, Precision.BF16, card)) {
        made = device != null;
      } catch (DeviceFailure expected) {
        assertEquals(Problem.OUT_OF_MEMORY, expected.problem());
      }
      assertTrue(card.isTidy(), "after refusal " + (refused + 1));
    }
    assertTrue(refused > 20, refused + " things are taken");
  }

  @Test
  void moreLayersAreNoMoreCallsUnlessNumbersAreLeftOutBetweenThem() {
    assertEquals(18, callsOfAStep(1, 0, Precision.FLOAT32));
    assertEquals(18, callsOfAStep(3, 0, Precision.FLOAT32));
    assertEquals(21, callsOfAStep(3, 0, Precision.BF16));
    assertEquals(30, callsOfAStep(3, 0.2, Precision.FLOAT32));
  }

  /** With what docs/gpu.md says of launches. */
  private static int callsOfAStep(int layers, double dropout, Precision precision) {
    ParameterLayout layout =
        new ParameterLayout(new Architecture(CellKind.GRU_RESET_AFTER, 5, 3, 6, layers));
    EmulatedCard card = EmulatedCard.large();
    try (CudaDevice device =
        new CudaDevice(layout, new StepSettings(2, 4, 1, dropout, 0, 1), precision, card)) {
      device.restore(NetworkState.fresh(layout.initialValues(3)));
      card.calls().clear();
      device.trainStep(BATCH, 0.01);
      return card.calls().size();
    }
  }
}
