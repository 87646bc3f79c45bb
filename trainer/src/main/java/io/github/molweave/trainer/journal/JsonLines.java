package io.github.molweave.trainer.journal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import io.github.molweave.trainer.evaluation.Interval;
import io.github.molweave.trainer.evaluation.Share;
import io.github.molweave.trainer.journal.JournalLine.Epoch;
import io.github.molweave.trainer.journal.JournalLine.Samples;
import io.github.molweave.trainer.journal.JournalLine.Step;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lines as JSON objects, one a line. What is not a number (NaN) is {@code null}. */
final class JsonLines implements JournalFormat {
  @Override
  public byte[] beginning() {
    return new byte[0];
  }

  @Override
  public byte[] of(JournalLine line) {
    return (text(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String text(JournalLine line) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("kind").value(line instanceof Step ? "step" : "epoch");
      json.name("step").value(line.step());
      json.name("epoch").value(line.epoch());
      if (line instanceof Step step) {
        number(json, "loss", step.loss());
        number(json, "gradientNorm", step.gradientNorm());
        number(json, "learningRate", step.learningRate());
        number(json, "tokensPerSecond", step.tokensPerSecond());
      } else if (line instanceof Epoch epoch) {
        number(json, "trainingLoss", epoch.trainingLoss());
        number(json, "validationLoss", epoch.validationLoss());
        json.name("best").value(epoch.best());
        if (epoch.samples() != null) {
          samples(json, epoch.samples());
        }
      }
      json.name("time").value(line.time().toString());
      json.endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("a string cannot fail to be written", impossible);
    }
    return text.toString();
  }

  private static void samples(JsonWriter json, Samples samples) throws IOException {
    json.name("samples").beginObject();
    share(json, "validity", samples.validity());
    share(json, "uniqueness", samples.uniqueness());
    share(json, "novelty", samples.novelty());
    json.name("molecules").beginArray();
    for (String molecule : samples.molecules()) {
      json.value(molecule);
    }
    json.endArray();
    json.endObject();
  }

  private static void share(JsonWriter json, String name, Share share) throws IOException {
    Interval interval = share.interval();
    json.name(name).beginObject();
    json.name("count").value(share.count());
    json.name("n").value(share.of());
    number(json, "value", share.value());
    number(json, "low", interval.low());
    number(json, "high", interval.high());
    json.endObject();
  }

  private static void number(JsonWriter json, String name, double value) throws IOException {
    json.name(name);
    if (Double.isFinite(value)) {
      json.value(value);
    } else {
      json.nullValue();
    }
  }

  /** The line that {@code text} is, or null when it is none: torn, or not ours. */
  static JournalLine read(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      Instant time = Instant.parse(json.get("time").getAsString());
      long step = json.get("step").getAsLong();
      int epoch = json.get("epoch").getAsInt();
      return switch (json.get("kind").getAsString()) {
        case "step" ->
            new Step(
                time,
                step,
                epoch,
                number(json, "loss"),
                number(json, "gradientNorm"),
                number(json, "learningRate"),
                number(json, "tokensPerSecond"));
        case "epoch" ->
            new Epoch(
                time,
                step,
                epoch,
                number(json, "trainingLoss"),
                number(json, "validationLoss"),
                json.get("best").getAsBoolean(),
                samples(json.getAsJsonObject("samples")));
        default -> null;
      };
    } catch (RuntimeException notALine) {
      return null;
    }
  }

  private static Samples samples(JsonObject json) {
    if (json == null) {
      return null;
    }
    List<String> molecules = new ArrayList<>();
    for (JsonElement molecule : json.getAsJsonArray("molecules")) {
      molecules.add(molecule.getAsString());
    }
    return new Samples(
        share(json, "validity"), share(json, "uniqueness"), share(json, "novelty"), molecules);
  }

  private static Share share(JsonObject json, String name) {
    JsonObject share = json.getAsJsonObject(name);
    return new Share(share.get("count").getAsInt(), share.get("n").getAsInt());
  }

  private static double number(JsonObject json, String name) {
    return json.get(name).isJsonNull() ? Double.NaN : json.get(name).getAsDouble();
  }
}
