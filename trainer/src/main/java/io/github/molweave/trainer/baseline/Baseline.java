package io.github.molweave.trainer.baseline;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.modelfile.Tensor;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.device.ParameterLayout;
import io.github.molweave.trainer.device.ParameterLayout.Slot;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network without memory in the form of a model file, so that all that is done with a model can
 * be done with it: one unit whose weights are zero, and an output bias that says how likely each
 * token is, whatever came before.
 *
 * <p>The tokens and their ids are those of another model, so that the same seed throws the same
 * dice for both. START, a mask token and tokens that do not occur are never written: their bias is
 * {@value #NEVER}, so far down that no noise reaches it at a temperature of 20 or less.
 */
public final class Baseline {
  /** The score of a token that is not to come. */
  static final float NEVER = -1000;

  private Baseline() {}

  /** Each token as likely as any other, END included. Takes all but the card from {@code like}. */
  public static ModelFile uniform(ModelFile like, Map<String, String> card) {
    float[] bias = new float[like.vocabulary().size()];
    for (int id = 0; id < bias.length; id++) {
      bias[id] = isWritten(id, like.vocabulary()) ? 0 : NEVER;
    }
    return of(like, bias, card);
  }

  /**
   * Each token as likely as it is often: its score is the logarithm of its share of {@code counts},
   * to the precision of a float.
   *
   * @param counts of a corpus with the vocabulary of {@code like}
   */
  public static ModelFile frequency(ModelFile like, TokenCounts counts, Map<String, String> card) {
    float[] bias = new float[like.vocabulary().size()];
    for (int id = 0; id < bias.length; id++) {
      bias[id] =
          isWritten(id, like.vocabulary()) && counts.of(id) > 0
              ? (float) Math.log((double) counts.of(id) / counts.total())
              : NEVER;
    }
    return of(like, bias, card);
  }

  private static boolean isWritten(int id, Vocabulary vocabulary) {
    return id == vocabulary.end() || vocabulary.isText(id);
  }

  private static ModelFile of(ModelFile like, float[] bias, Map<String, String> card) {
    Architecture sizes = new Architecture(CellKind.GRU_RESET_AFTER, bias.length, 1, 1, 1);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Slot slot : new ParameterLayout(sizes).slots()) {
      boolean scores = slot.name().equals("output.bias");
      float[] values = scores ? bias : new float[slot.elements()];
      tensors.put(slot.name(), new Tensor.F32(slot.name(), slot.shape(), values));
    }
    return Quantisation.quantise(
        new ModelFile(sizes, like.vocabulary(), like.notation(), like.lengths(), card, tensors));
  }
}
