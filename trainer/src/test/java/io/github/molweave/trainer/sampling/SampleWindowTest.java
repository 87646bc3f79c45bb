package io.github.molweave.trainer.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.StopReason;
import io.github.molweave.smiles.Smiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SampleWindowTest {
  private static final long LONG = 60_000;

  private static Sample sample(int index) {
    return new Sample(index, "C", "C", Smiles.check("C"), 0, List.of(), -1, StopReason.END_TOKEN);
  }

  private static List<Integer> indices(List<Sample> samples) {
    return samples.stream().map(Sample::index).toList();
  }

  @Test
  void aMoleculeThatTakesLongDoesNotLetTheOthersPileUp() throws Exception {
    SampleWindow window = new SampleWindow(1000, 20);
    for (int index = 0; index < 20; index++) {
      assertEquals(index, window.claim());
    }
    for (int index = 1; index < 20; index++) {
      window.put(List.of(sample(index)));
      assertEquals(SampleWindow.NONE, window.claim());
      assertEquals(List.of(), window.take());
    }
    CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> claimed(window));
    window.put(List.of(sample(0)));
    assertFalse(waiting.isDone());
    window.awaitDue(LONG);
    assertEquals(20, window.take().size());
    assertEquals(20, waiting.get(30, TimeUnit.SECONDS));
    assertEquals(21, window.claim());
  }

  private static int claimed(SampleWindow window) {
    try {
      return window.awaitClaim();
    } catch (InterruptedException told) {
      throw new AssertionError(told);
    }
  }

  @Test
  void whateverTheOrderOfFinishingMoleculesAreTakenInTheirs() {
    Random random = new Random(3);
    SampleWindow window = new SampleWindow(500, 30);
    List<Integer> making = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    while (!window.isDone()) {
      int index = window.claim();
      while (index != SampleWindow.NONE) {
        making.add(index);
        index = window.claim();
      }
      Collections.shuffle(making, random);
      int finished = 1 + random.nextInt(making.size());
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < finished; i++) {
        samples.add(sample(making.remove(making.size() - 1)));
      }
      window.put(samples);
      taken.addAll(indices(window.take()));
    }
    assertEquals(500, taken.size());
    for (int index = 0; index < 500; index++) {
      assertEquals(index, taken.get(index));
    }
    assertEquals(SampleWindow.NONE, claimed(window));
  }

  @Test
  void whatWasFinishedBeforeAFailureCanStillBeTaken() throws Exception {
    SampleWindow window = new SampleWindow(3, 3);
    window.claim();
    window.claim();
    IllegalStateException reason = new IllegalStateException();
    window.put(List.of(sample(0)));
    window.fail(reason);
    window.fail(new IllegalArgumentException("a consequence"));
    window.awaitDue(LONG);
    assertEquals(List.of(0), indices(window.take()));
    assertSame(
        reason, assertThrows(ExecutionException.class, () -> window.awaitDue(LONG)).getCause());
    assertFalse(window.isOpen());
    assertEquals(SampleWindow.NONE, claimed(window));
  }

  @Test
  void closingEndsTheWaitForAMolecule() throws Exception {
    SampleWindow window = new SampleWindow(2, 1);
    assertEquals(0, window.claim());
    CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> claimed(window));
    window.close();
    assertEquals(SampleWindow.NONE, waiting.get(30, TimeUnit.SECONDS));
    assertTrue(new SampleWindow(0, 5).isDone());
  }
}
