package io.github.molweave.trainer.cli;

import com.google.gson.stream.JsonWriter;
import io.github.molweave.trainer.metrics.Evaluation;
import io.github.molweave.trainer.metrics.Measurement;
import io.github.molweave.trainer.metrics.Metric;
import io.github.molweave.trainer.metrics.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes an evaluation. The keys of the JSON are stable: docs/evaluation.md.
 *
 * @param evaluation what was measured
 * @param judged the name of the judged file
 * @param modelId of the model that wrote the molecules, or empty
 * @param temperature at which it wrote them, or NaN
 * @param training the name of the training file
 * @param test the name of the test file, or empty
 * @param seed of all that was drawn
 */
record EvaluationWriter(
    Evaluation evaluation,
    String judged,
    String modelId,
    double temperature,
    String training,
    String test,
    long seed) {
  private static final int VERSION = 1;
  private static final int THOUSAND = 1000;

  /** What a reader of the figures should know, a sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    int judgedSize = evaluation.judged().valid() - evaluation.judged().unread();
    if (judgedSize < THOUSAND) {
      notes.add(
          "Note: uniqueness is that of "
              + judgedSize
              + " valid molecules; among 1,000 it would be lower or the same.");
    }
    if (evaluation.judged().unread() > 0) {
      notes.add(
          "Note: "
              + evaluation.judged().unread()
              + " valid molecules could not be read for the other measures.");
    }
    if (evaluation.overlap() > 0) {
      notes.add(
          "Note: "
              + evaluation.overlap()
              + " molecules of the test set are in the training set too; the reference is then no"
              + " independent one. Take them out of one of the two.");
    }
    return notes;
  }

  /** Writes columns to look at. */
  void writeTable(OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d samples valid. Reference: %s, %,d molecules. Floor: %,d of %s.%n%n",
            judged,
            evaluation.judged().valid(),
            evaluation.judged().samples(),
            test.isEmpty() ? "the rest of " + training : test,
            evaluation.reference(),
            evaluation.floor().samples(),
            training));
    text.write(
        String.format(
            Locale.ROOT,
            "%-20s %9s  %-21s %7s  %9s  %-21s %7s%n",
            "measure",
            "value",
            "95 % interval",
            "n",
            "floor",
            "95 % interval",
            "n"));
    for (Metric metric : Metric.values()) {
      text.write(
          String.format(Locale.ROOT, "%-20s ", metric.id())
              + cells(evaluation.judged(), metric)
              + "  "
              + cells(evaluation.floor(), metric)
              + System.lineSeparator());
    }
    text.flush();
  }

  private static String cells(Row row, Metric metric) {
    Measurement measured = row.measurements().get(metric);
    String interval =
        measured.interval() == null
            ? "-"
            : String.format(
                Locale.ROOT, "%.4f to %.4f", measured.interval().low(), measured.interval().high());
    String value =
        Double.isNaN(measured.value()) ? "-" : String.format(Locale.ROOT, "%.4f", measured.value());
    return String.format(Locale.ROOT, "%9s  %-21s %7d", value, interval, measured.samples());
  }

  /** Writes one JSON object, unrounded; what is not known is {@code null}. */
  void writeJson(OutputStream out) throws IOException {
    JsonWriter json = new JsonWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    json.setIndent("  ");
    json.beginObject();
    json.name("format").value("molweave-evaluation").name("version").value(VERSION);
    json.name("seed").value(seed);
    writeSources(json);
    json.name("metrics").beginObject();
    for (Metric metric : Metric.values()) {
      json.name(metric.id()).beginObject();
      write(json, evaluation.judged().measurements().get(metric));
      json.name("floor").beginObject();
      write(json, evaluation.floor().measurements().get(metric));
      json.endObject().endObject();
    }
    json.endObject();
    json.name("kl_divergences").beginObject();
    for (String part : evaluation.judged().divergences().keySet()) {
      json.name(part).beginObject();
      number(json, "value", evaluation.judged().divergences().get(part));
      number(json, "floor", evaluation.floor().divergences().get(part));
      json.endObject();
    }
    json.endObject();
    json.endObject();
    json.flush();
    out.write('\n');
  }

  private void writeSources(JsonWriter json) throws IOException {
    json.name("judged").beginObject();
    json.name("source").value(judged);
    if (!modelId.isEmpty()) {
      json.name("model").value(modelId).name("temperature").value(temperature);
    }
    counts(json, evaluation.judged());
    json.endObject();
    json.name("floor").beginObject();
    json.name("source").value(training);
    counts(json, evaluation.floor());
    json.endObject();
    json.name("training").beginObject();
    json.name("source").value(training).name("molecules").value(evaluation.training());
    json.endObject();
    json.name("reference").beginObject();
    json.name("source").value(test.isEmpty() ? training : test);
    json.name("molecules").value(evaluation.reference());
    json.name("in_training").value(test.isEmpty() ? null : evaluation.overlap());
    json.endObject();
  }

  private static void counts(JsonWriter json, Row row) throws IOException {
    json.name("samples").value(row.samples()).name("valid").value(row.valid());
    json.name("unread").value(row.unread());
  }

  private static void write(JsonWriter json, Measurement measured) throws IOException {
    number(json, "value", measured.value());
    number(json, "low", measured.interval() == null ? Double.NaN : measured.interval().low());
    number(json, "high", measured.interval() == null ? Double.NaN : measured.interval().high());
    json.name("n").value(measured.samples());
  }

  private static void number(JsonWriter json, String name, double value) throws IOException {
    json.name(name);
    if (Double.isFinite(value)) {
      json.value(value);
    } else {
      json.nullValue();
    }
  }
}
