package io.github.molweave.trainer.cli;

import com.google.gson.stream.JsonWriter;
import io.github.molweave.properties.MolecularProperties;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How often a property falls into each of its bins: equally wide, the first from {@code from}. What
 * lies beyond an end is counted in the bin at that end, so that the counts add up to the molecules.
 */
record PropertyHistogram(
    String id, double from, double width, int bins, ToDoubleFunction<MolecularProperties> value) {
  /** Weight, g/mol; Wildman and Crippen's logP; drug-likeness. */
  private static final List<PropertyHistogram> ALL =
      List.of(
          new PropertyHistogram("weight", 0, 25, 40, MolecularProperties::weight),
          new PropertyHistogram("logP", -10, 0.5, 50, MolecularProperties::logP),
          new PropertyHistogram("qed", 0, 0.05, 20, MolecularProperties::qed));

  /** All of them as one JSON object; not a number counts in no bin. */
  static void write(List<MolecularProperties> molecules, Writer text) throws IOException {
    JsonWriter json = new JsonWriter(text);
    json.beginObject();
    json.name("molecules").value(molecules.size());
    for (PropertyHistogram histogram : ALL) {
      json.name(histogram.id);
      json.beginObject();
      json.name("from").value(histogram.from);
      json.name("width").value(histogram.width);
      json.name("counts");
      json.beginArray();
      for (int count : histogram.counts(molecules)) {
        json.value(count);
      }
      json.endArray();
      json.endObject();
    }
    json.endObject();
    json.flush();
    text.write('\n');
  }

  private int[] counts(List<MolecularProperties> molecules) {
    int[] counts = new int[bins];
    for (MolecularProperties properties : molecules) {
      double at = value.applyAsDouble(properties);
      if (!Double.isNaN(at)) {
        int bin = (int) Math.floor((at - from) / width);
        counts[Math.max(0, Math.min(bins - 1, bin))]++;
      }
    }
    return counts;
  }
}
