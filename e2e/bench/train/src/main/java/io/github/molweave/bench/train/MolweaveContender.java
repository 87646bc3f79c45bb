package io.github.molweave.bench.train;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.StepSettings;
import io.github.molweave.trainer.network.NativeLibrary;
import io.github.molweave.trainer.network.Nd4jDevice;
import io.github.molweave.trainer.network.Nd4jDevice.NumberType;

/** Molweave's own training device, as {@code train} uses it. */
final class MolweaveContender implements Contender {
  private final Nd4jDevice device;

  MolweaveContender(Work work, BatchFile batches) {
    NativeLibrary.choose();
    ParameterLayout layout = new ParameterLayout(work.architecture(batches.vocabulary()));
    device =
        new Nd4jDevice(
            layout,
            StepSettings.plain(batches.mostRows(), batches.longest(), CLIP_NORM),
            NumberType.FLOAT);
    device.restore(NetworkState.fresh(layout.initialValues(1)));
  }

  @Override
  public double step(Batch batch) {
    return device.trainStep(batch, LEARNING_RATE).nllPerToken();
  }

  @Override
  public String description() {
    return device.description();
  }
}
