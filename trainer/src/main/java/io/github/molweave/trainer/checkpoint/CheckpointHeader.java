package io.github.molweave.trainer.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.molweave.trainer.checkpoint.Checkpoint.EpochResult;
import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a checkpoint says before its arrays, as JSON: numbers are written so that they are read back
 * to the bit.
 */
record CheckpointHeader(RunIdentity identity, Progress progress, int updates, int parameters) {

  static CheckpointHeader of(Checkpoint checkpoint) {
    return new CheckpointHeader(
        checkpoint.identity(),
        checkpoint.progress(),
        checkpoint.network().updates(),
        checkpoint.network().parameters().length);
  }

  String json() {
    JsonObject json = new JsonObject();
    json.add("settings", SettingsJson.of(identity.settings()));
    json.add("tokens", array(identity.tokens()));
    json.addProperty("corpus", identity.corpusFingerprint());
    identity.origin().ifPresent(origin -> json.add("origin", originJson(origin)));
    json.add("progress", progressJson());
    json.addProperty("updates", updates);
    json.addProperty("parameters", parameters);
    return json.toString();
  }

  private static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonObject originJson(Origin origin) {
    JsonObject json = new JsonObject();
    json.addProperty("model", origin.modelId());
    json.addProperty("corpus", origin.corpus());
    json.add("added", array(origin.addedTokens()));
    return json;
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
    if (!Double.isNaN(progress.startingNll())) {
      json.addProperty("start", progress.startingNll());
    }
    return json;
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws RuntimeException of many kinds when it is something else
   */
  static CheckpointHeader parse(String text) {
    JsonObject json = JsonParser.parseString(text).getAsJsonObject();
    RunIdentity identity =
        new RunIdentity(
            SettingsJson.read(json.getAsJsonObject("settings")),
            texts(json.getAsJsonArray("tokens")),
            json.get("corpus").getAsString(),
            Optional.ofNullable(json.getAsJsonObject("origin")).map(CheckpointHeader::origin));
    return new CheckpointHeader(
        identity,
        progress(json.getAsJsonObject("progress")),
        json.get("updates").getAsInt(),
        json.get("parameters").getAsInt());
  }

  private static List<String> texts(JsonArray array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.getAsString()));
    return texts;
  }

  private static Origin origin(JsonObject json) {
    return new Origin(
        json.get("model").getAsString(),
        json.get("corpus").getAsString(),
        texts(json.getAsJsonArray("added")));
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
        history,
        json.has("start") ? json.get("start").getAsDouble() : Double.NaN);
  }
}
