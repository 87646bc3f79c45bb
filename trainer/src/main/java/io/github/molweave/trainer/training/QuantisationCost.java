package io.github.molweave.trainer.training;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.JvmKernel;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.tokens.TokenIds;
import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.batching.BatchSource;
import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.corpus.Respelling;
import io.github.molweave.trainer.corpus.TrainingData;
import io.github.molweave.trainer.device.TrainingDevice;
import io.github.molweave.trainer.evaluation.HeldOutNll;
import java.util.List;

/**
 * What it costs to run with weights of one byte: the same held-out molecules under the same
 * network, on the device and in the inference core.
 *
 * @param molecules how many
 * @param onDevice in full precision, nats per token
 * @param asItRuns quantised, nats per token
 */
record QuantisationCost(int molecules, double onDevice, double asItRuns) {
  /** The difference is far smaller than either number, and comes out on few molecules. */
  private static final int MOST = 500;

  /** Of the first held-out molecules; null when there are none. */
  static QuantisationCost of(
      ModelFile model, TrainingDevice device, TrainingData data, int batchSize) {
    Corpus all = data.validation();
    int count = Math.min(MOST, all.size());
    if (count == 0) {
      return null;
    }
    Corpus some =
        new Corpus(
            all.vocabulary(), all.notation(), Respelling.NONE, all.molecules().subList(0, count));
    double nats = 0;
    long tokens = 0;
    BatchSource.Epoch batches = new BatchSource(some, batchSize, 0).epoch(0);
    for (int i = 0; i < batches.size(); i++) {
      Batch batch = batches.batch(i);
      nats += device.totalNll(batch);
      tokens += batch.predictions();
    }
    List<String> texts =
        some.molecules().stream().map(ids -> TokenIds.decode(some.vocabulary(), ids)).toList();
    LanguageModel runs = LanguageModel.of(model, new JvmKernel());
    double asItRuns = HeldOutNll.of(runs, texts, more -> {}).perToken();
    return new QuantisationCost(count, nats / tokens, asItRuns);
  }
}
