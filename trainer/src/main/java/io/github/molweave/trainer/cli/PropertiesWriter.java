package io.github.molweave.trainer.cli;

import com.google.gson.stream.JsonWriter;
import io.github.molweave.properties.MolecularProperties;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes properties. */
final class PropertiesWriter {
  private static final List<String> COLUMNS =
      List.of(
          "smiles",
          "formula",
          "weight",
          "logp",
          "polar_surface",
          "donors",
          "acceptors",
          "rotatable_bonds",
          "rings",
          "aromatic_rings",
          "stereocentres",
          "marked_stereocentres",
          "fraction_sp3",
          "qed",
          "sa_like",
          "lipinski_violations");

  /** As in the table, where a column should not be wider than its numbers. */
  private static final List<String> HEADINGS =
      List.of(
          "formula", "weight", "logP", "PSA", "don", "acc", "rot", "ring", "arom", "stereo",
          "marked", "sp3", "QED", "sa_like", "Lip", "smiles");

  private PropertiesWriter() {}

  /** The spellings of {@code --format}. */
  enum Format {
    /** Aligned columns, rounded. */
    TABLE,
    /** Comma-separated values with a header row; six digits after the point. */
    CSV,
    /** One JSON array, unrounded. */
    JSON,
    /** One JSON object: how often weight, logP and QED fall into each of their bins. */
    HISTOGRAMS
  }

  /** A molecule as it was given. */
  record Row(String smiles, MolecularProperties properties) {}

  /** Writes all of {@code rows}; does not close the stream. */
  static void write(Format format, List<Row> rows, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    switch (format) {
      case TABLE -> writeTable(rows, text);
      case CSV -> writeCsv(rows, text);
      case JSON -> writeJson(rows, text);
      case HISTOGRAMS -> PropertyHistogram.write(rows.stream().map(Row::properties).toList(), text);
    }
    text.flush();
  }

  private static void writeCsv(List<Row> rows, Writer text) throws IOException {
    text.write(String.join(",", COLUMNS) + "\n");
    for (Row row : rows) {
      List<String> cells = cells(row.properties(), 6);
      text.write(row.smiles() + "," + String.join(",", cells) + "\n");
    }
  }

  private static void writeTable(List<Row> rows, Writer text) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADINGS);
    for (Row row : rows) {
      List<String> line = cells(row.properties(), 2);
      line.add(row.smiles());
      lines.add(line);
    }
    int[] widths = new int[HEADINGS.size() - 1];
    for (List<String> line : lines) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], line.get(column).length());
      }
    }
    for (List<String> line : lines) {
      for (int column = 0; column < widths.length; column++) {
        String space = " ".repeat(widths[column] - line.get(column).length());
        text.write(column == 0 ? line.get(0) + space : space + line.get(column));
        text.write("  ");
      }
      text.write(line.get(widths.length) + "\n");
    }
  }

  private static List<String> cells(MolecularProperties properties, int digits) {
    List<String> cells = new ArrayList<>();
    cells.add(properties.formula());
    cells.add(rounded(properties.weight(), digits));
    cells.add(rounded(properties.logP(), digits));
    cells.add(rounded(properties.polarSurface(), digits));
    cells.add(Integer.toString(properties.donors()));
    cells.add(Integer.toString(properties.acceptors()));
    cells.add(Integer.toString(properties.rotatableBonds()));
    cells.add(Integer.toString(properties.rings()));
    cells.add(Integer.toString(properties.aromaticRings()));
    cells.add(Integer.toString(properties.stereocentres()));
    cells.add(Integer.toString(properties.markedStereocentres()));
    cells.add(rounded(properties.fractionSp3(), digits));
    cells.add(rounded(properties.qed(), digits));
    cells.add(rounded(properties.saLike(), digits));
    cells.add(Integer.toString(properties.lipinskiViolations()));
    return cells;
  }

  private static String rounded(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private static void writeJson(List<Row> rows, Writer text) throws IOException {
    JsonWriter json = new JsonWriter(text);
    json.setIndent(" ");
    json.beginArray();
    for (Row row : rows) {
      MolecularProperties properties = row.properties();
      json.beginObject();
      json.name("smiles").value(row.smiles());
      json.name("formula").value(properties.formula());
      json.name("weight").value(properties.weight());
      json.name("logP").value(properties.logP());
      json.name("polarSurface").value(properties.polarSurface());
      json.name("donors").value(properties.donors());
      json.name("acceptors").value(properties.acceptors());
      json.name("rotatableBonds").value(properties.rotatableBonds());
      json.name("rings").value(properties.rings());
      json.name("aromaticRings").value(properties.aromaticRings());
      json.name("stereocentres").value(properties.stereocentres());
      json.name("markedStereocentres").value(properties.markedStereocentres());
      json.name("fractionSp3").value(properties.fractionSp3());
      json.name("qed").value(properties.qed());
      json.name("saLike").value(properties.saLike());
      json.name("lipinskiViolations").value(properties.lipinskiViolations());
      json.endObject();
    }
    json.endArray();
    json.flush();
  }
}
