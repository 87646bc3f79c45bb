package io.github.molweave.trainer.checkpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.training.NetworkSettings;
import io.github.molweave.trainer.training.OptimiserSettings;
import io.github.molweave.trainer.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Settings as a flat JSON object whose names are those of the options. A name that an older file
 * lacks has the value that stands for the behaviour of that time; a name that is not known is
 * refused, because it changes the run in a way that is not known either.
 */
public final class SettingsJson {
  private static final String CELL = "cell";
  private static final String LAYERS = "layers";
  private static final String HIDDEN = "hidden";
  private static final String EMBEDDING = "embedding";
  private static final String DROPOUT = "dropout";
  private static final String LEARNING_RATE = "lr";
  private static final String WARMUP = "warmup";
  private static final String CLIP = "clip";
  private static final String WEIGHT_DECAY = "weight-decay";
  private static final String EPOCHS = "epochs";
  private static final String PATIENCE = "patience";
  private static final String BATCH = "batch";
  private static final String MAX_LENGTH = "max-length";
  private static final String SEED = "seed";

  private SettingsJson() {}

  /** {@code settings}, each under the name of its option. */
  public static JsonObject of(TrainingSettings settings) {
    JsonObject json = new JsonObject();
    NetworkSettings network = settings.network();
    json.addProperty(CELL, network.cell().id());
    json.addProperty(LAYERS, network.layers());
    json.addProperty(HIDDEN, network.hidden());
    json.addProperty(EMBEDDING, network.embedding());
    json.addProperty(DROPOUT, network.dropout());
    OptimiserSettings optimiser = settings.optimiser();
    json.addProperty(LEARNING_RATE, optimiser.learningRate());
    optimiser.warmup().ifPresent(steps -> json.addProperty(WARMUP, steps));
    json.addProperty(CLIP, optimiser.clipNorm());
    json.addProperty(WEIGHT_DECAY, optimiser.weightDecay());
    json.addProperty(EPOCHS, settings.epochs());
    json.addProperty(PATIENCE, settings.patience());
    json.addProperty(BATCH, settings.batchSize());
    json.addProperty(MAX_LENGTH, settings.maxLength());
    json.addProperty(SEED, settings.seed());
    return json;
  }

  /**
   * The settings that {@code json} states.
   *
   * @throws IllegalArgumentException when one is missing, no number or out of its range, or its
   *     name is not known
   */
  static TrainingSettings read(JsonObject json) {
    Fields fields = new Fields(json);
    TrainingSettings settings =
        new TrainingSettings(
            new NetworkSettings(
                CellKind.ofId(fields.take(CELL).getAsString()),
                fields.take(LAYERS).getAsInt(),
                fields.take(HIDDEN).getAsInt(),
                fields.take(EMBEDDING).getAsInt(),
                fields.takeOrZero(DROPOUT).getAsDouble()),
            new OptimiserSettings(
                fields.take(LEARNING_RATE).getAsDouble(),
                fields.takeOptional(WARMUP),
                fields.take(CLIP).getAsDouble(),
                fields.takeOrZero(WEIGHT_DECAY).getAsDouble()),
            fields.take(EPOCHS).getAsInt(),
            fields.takeOrZero(PATIENCE).getAsInt(),
            fields.take(BATCH).getAsInt(),
            fields.take(MAX_LENGTH).getAsInt(),
            fields.take(SEED).getAsLong());
    fields.refuseOthers();
    return settings;
  }

  /** The names whose values differ, each with the value {@code then} and {@code now}. */
  public static List<String> differences(TrainingSettings then, TrainingSettings now) {
    JsonObject before = of(then);
    JsonObject after = of(now);
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      JsonElement was = before.get(name);
      JsonElement is = after.get(name);
      if (was == null || !was.equals(is)) {
        differences.add("--" + name + " was " + words(was) + ", now is " + words(is));
      }
    }
    return differences;
  }

  private static String words(JsonElement value) {
    return value == null ? "not given" : value.getAsString();
  }

  /** Takes fields by name, so that what is left over is not known. */
  private static final class Fields {
    private final JsonObject json;

    private Fields(JsonObject json) {
      this.json = json.deepCopy();
    }

    private JsonElement take(String name) {
      JsonElement value = json.remove(name);
      if (value == null || value instanceof JsonNull) {
        throw new IllegalArgumentException("the setting '" + name + "' is missing");
      }
      return value;
    }

    private JsonElement takeOrZero(String name) {
      return json.has(name) ? take(name) : new JsonPrimitive(0);
    }

    private OptionalInt takeOptional(String name) {
      JsonElement value = json.remove(name);
      return value == null ? OptionalInt.empty() : OptionalInt.of(value.getAsInt());
    }

    private void refuseOthers() {
      if (!json.isEmpty()) {
        throw new UnknownSettingException(json.keySet().iterator().next());
      }
    }
  }

  /** A setting of a later Molweave. */
  static final class UnknownSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownSettingException(String name) {
      super("the setting '" + name + "'");
    }
  }
}
