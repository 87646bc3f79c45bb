package io.github.molweave.trainer.training;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.TrainingDevice;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;

/**
 * A device that learns nothing and reports what a test wants. The functions are given the number of
 * steps taken before: 0 for the first.
 */
final class ScriptedDevice implements TrainingDevice {
  private final IntToDoubleFunction loss;
  private final IntToDoubleFunction validation;
  private final Set<Batch> expected = Collections.newSetFromMap(new ConcurrentHashMap<>());
  private NetworkState state;
  private int surprises;
  private int steps;

  /**
   * @param loss nats per token of a step
   * @param validation nats per token of every held-out batch
   */
  ScriptedDevice(IntToDoubleFunction loss, IntToDoubleFunction validation) {
    this.loss = loss;
    this.validation = validation;
  }

  @Override
  public String description() {
    return "a device that follows a script";
  }

  @Override
  public void expect(Batch next) {
    expected.add(next);
  }

  /** How many batches were learned from that had not been shown before. */
  int surprises() {
    return surprises;
  }

  @Override
  public StepResult trainStep(Batch batch, double learningRate) {
    surprises += expected.contains(batch) ? 0 : 1;
    return new StepResult(loss.applyAsDouble(steps++), 1);
  }

  @Override
  public double totalNll(Batch batch) {
    return validation.applyAsDouble(steps) * batch.predictions();
  }

  @Override
  public NetworkState state() {
    return state;
  }

  @Override
  public void restore(NetworkState begun) {
    state = begun;
  }

  @Override
  public void close() {}
}
