package io.github.molweave.trainer.training;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.network.NetworkState;
import io.github.molweave.trainer.network.TrainingDevice;

/** A device whose loss is no number after some steps, as when weights have overflowed. */
final class BrokenDevice implements TrainingDevice {
  private int goodSteps;

  BrokenDevice(int goodSteps) {
    this.goodSteps = goodSteps;
  }

  @Override
  public String description() {
    return "a device that breaks";
  }

  @Override
  public StepResult trainStep(Batch batch, double learningRate) {
    goodSteps--;
    return new StepResult(goodSteps >= 0 ? 1 : Double.NaN, 1);
  }

  @Override
  public double totalNll(Batch batch) {
    return 0;
  }

  @Override
  public NetworkState state() {
    return NetworkState.fresh(new float[0]);
  }

  @Override
  public void restore(NetworkState state) {}

  @Override
  public void close() {}
}
