package io.github.molweave.trainer.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.molweave.trainer.checkpoint.Checkpoint.EpochResult;
import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import io.github.molweave.trainer.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * What a checkpoint says before its arrays, as JSON: numbers are written so that they are read back
 * to the bit.
 */
record CheckpointHeader(
    TrainingSettings settings,
    List<String> tokens,
    String corpusFingerprint,
    Progress progress,
    int updates,
    int parameters) {

  static CheckpointHeader of(Checkpoint checkpoint) {
    return new CheckpointHeader(
        checkpoint.settings(),
        checkpoint.tokens(),
        checkpoint.corpusFingerprint(),
        checkpoint.progress(),
        checkpoint.network().updates(),
        checkpoint.network().parameters().length);
  }

  String json() {
    JsonObject json = new JsonObject();
    json.add("settings", SettingsJson.of(settings));
    JsonArray spellings = new JsonArray();
    tokens.forEach(spellings::add);
    json.add("tokens", spellings);
    json.addProperty("corpus", corpusFingerprint);
    json.add("progress", progressJson());
    json.addProperty("updates", updates);
    json.addProperty("parameters", parameters);
    return json.toString();
  }

  private JsonObject progressJson() {
    JsonObject json = new JsonObject();
    json.addProperty("epoch", progress.epoch());
    json.addProperty("batch", progress.batch());
    json.addProperty("nll", progress.epochNll());
    json.addProperty("tokens", progress.epochTokens());
    JsonArray history = new JsonArray();
    for (EpochResult result : progress.history()) {
      JsonArray row = new JsonArray();
      row.add(result.trainingNll());
      // JSON has no NaN, which stands for a run without held-out molecules.
      row.add(Double.isNaN(result.validationNll()) ? null : result.validationNll());
      history.add(row);
    }
    json.add("history", history);
    return json;
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws RuntimeException of many kinds when it is something else
   */
  static CheckpointHeader parse(String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    List<String> tokens = new ArrayList<>();
    json.getAsJsonArray("tokens").forEach(token -> tokens.add(token.getAsString()));
    return new CheckpointHeader(
        SettingsJson.read(json.getAsJsonObject("settings")),
        tokens,
        json.get("corpus").getAsString(),
        progress(json.getAsJsonObject("progress")),
        json.get("updates").getAsInt(),
        json.get("parameters").getAsInt());
  }

  private static Progress progress(JsonObject json) {
    List<EpochResult> history = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray("history")) {
      JsonArray row = element.getAsJsonArray();
      double validation = row.get(1) instanceof JsonNull ? Double.NaN : row.get(1).getAsDouble();
      history.add(new EpochResult(row.get(0).getAsDouble(), validation));
    }
    return new Progress(
        json.get("epoch").getAsInt(),
        json.get("batch").getAsInt(),
        json.get("nll").getAsDouble(),
        json.get("tokens").getAsLong(),
        history);
  }
}
