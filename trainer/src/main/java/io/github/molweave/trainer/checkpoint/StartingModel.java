package io.github.molweave.trainer.checkpoint;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A model file as the beginning of a run. Signed bytes become floats, {@code value * scale}.
 *
 * <p>Tokens that the model does not have get rows of their own in embedding, output weight and
 * output bias: the mean of the rows of its text tokens. A new token's score is then the mean of the
 * others' scores, so that the model's predictions are hardly disturbed: their divergence from
 * before is at most log(1 + n/V) for n new tokens beside V (Hewitt 2021, "Initializing New Word
 * Embeddings for Pretrained Language Models"). {@code StartingModelTest}.
 */
public record StartingModel(ModelFile file) {

  /** What a run that begins here is to remember of it. */
  public Origin origin(Vocabulary vocabulary) {
    int known = file.vocabulary().size();
    return new Origin(
        ModelId.of(file),
        file.card().getOrDefault("corpus", ""),
        vocabulary.tokens().subList(known, vocabulary.size()));
  }

  /**
   * The parameters to begin with, in the order of {@code layout}, whose network is the file's but
   * for more tokens.
   */
  public float[] parameters(ParameterLayout layout) {
    float[] parameters = new float[layout.size()];
    for (Slot slot : layout.slots()) {
      float[] values = floats(slot.name());
      System.arraycopy(values, 0, parameters, slot.offset(), values.length);
      if (values.length < slot.elements()) {
        addMeanRows(parameters, slot, values.length);
      }
    }
    return parameters;
  }

  private float[] floats(String name) {
    Tensor tensor = file.tensors().get(name);
    if (tensor instanceof Tensor.F32 floats) {
      return floats.values();
    }
    byte[] bytes = ((Tensor.I8) tensor).values();
    float[] scales = ((Tensor.F32) file.tensors().get(name + ".scale")).values();
    int columns = bytes.length / scales.length;
    float[] values = new float[bytes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes[i] * scales[i / columns];
    }
    return values;
  }

  private void addMeanRows(float[] parameters, Slot slot, int knownElements) {
    int columns = slot.columns();
    List<Integer> text =
        IntStream.range(0, knownElements / columns)
            .filter(file.vocabulary()::isText)
            .boxed()
            .toList();
    for (int column = 0; column < columns; column++) {
      double sum = 0;
      for (int row : text) {
        sum += parameters[slot.offset() + row * columns + column];
      }
      float mean = (float) (sum / Math.max(1, text.size()));
      for (int at = knownElements + column; at < slot.elements(); at += columns) {
        parameters[slot.offset() + at] = mean;
      }
    }
  }
}
