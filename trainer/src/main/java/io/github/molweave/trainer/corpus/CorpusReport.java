package io.github.molweave.trainer.corpus;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of every molecule that was read.
 *
 * @param sources one row for each file, in the order of reading
 * @param dropped how many molecules were left out, by reason; reasons without any are absent
 * @param examples the first few dropped lines of each reason
 * @param training molecules kept for training
 * @param validation molecules kept for validation
 * @param remarks how many of the molecules kept are remarkable, by kind; kinds without any are
 *     absent
 */
public record CorpusReport(
    List<SourceCount> sources,
    Map<DropReason, Integer> dropped,
    List<DroppedLine> examples,
    int training,
    int validation,
    Map<Remark, Integer> remarks) {

  /** How many dropped lines of each reason are kept as examples. */
  public static final int EXAMPLES = 5;

  /** Copies. */
  public CorpusReport {
    sources = List.copyOf(sources);
    Map<DropReason, Integer> ordered = new EnumMap<>(DropReason.class);
    ordered.putAll(dropped);
    dropped = Collections.unmodifiableMap(ordered);
    examples = List.copyOf(examples);
    Map<Remark, Integer> inOrder = new EnumMap<>(Remark.class);
    inOrder.putAll(remarks);
    remarks = Collections.unmodifiableMap(inOrder);
  }

  /** A report without remarks. */
  public CorpusReport(
      List<SourceCount> sources,
      Map<DropReason, Integer> dropped,
      List<DroppedLine> examples,
      int training,
      int validation) {
    this(sources, dropped, examples, training, validation, Map.of());
  }

  /**
   * One file.
   *
   * @param name without its folder
   * @param part what it was read for
   * @param sha256 of the bytes as stored, 64 hexadecimal digits
   * @param read molecules and bad lines together
   * @param provenance of a public set; empty for other files
   */
  public record SourceCount(
      String name, Part part, String sha256, int read, Optional<Provenance> provenance) {

    /** One of which no more is known. */
    public SourceCount(String name, Part part, String sha256, int read) {
      this(name, part, sha256, read, Optional.empty());
    }
  }

  /** What a file is for. */
  public enum Part {
    /** To learn from. */
    TRAINING,
    /** To measure on. */
    VALIDATION
  }

  /** Lines with a molecule or something in its place. */
  public int read() {
    return sources.stream().mapToInt(SourceCount::read).sum();
  }

  /** A table for people, each line ended by {@code \n}. */
  public String table() {
    StringBuilder table = new StringBuilder();
    for (SourceCount source : sources) {
      row(table, source.read(), "read from " + source.name());
    }
    dropped.forEach((reason, count) -> row(table, count, "dropped: " + reason.words()));
    boolean split = validation > 0;
    row(table, training, split ? "kept for training" : "kept");
    if (split) {
      row(table, validation, "kept for validation");
    }
    remarks.forEach((remark, count) -> row(table, count, remark.words()));
    for (DroppedLine example : examples) {
      table.append("  ").append(example).append('\n');
    }
    return table.toString();
  }

  private static void row(StringBuilder table, int count, String what) {
    table.append(" ".repeat(Math.max(1, 10 - Integer.toString(count).length())));
    table.append(count).append("  ").append(what).append('\n');
  }

  /** The same as one JSON object, for programs. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.beginObject();
      json.name("sources").beginArray();
      for (SourceCount source : sources) {
        json.beginObject();
        json.name("name").value(source.name());
        json.name("part").value(source.part() == Part.TRAINING ? "training" : "validation");
        json.name("sha256").value(source.sha256());
        json.name("read").value(source.read());
        if (source.provenance().isPresent()) {
          Provenance from = source.provenance().get();
          json.name("set").value(from.set());
          json.name("address").value(from.address());
          json.name("checksum").value(from.checksum());
          json.name("terms").value(from.terms());
        }
        json.endObject();
      }
      json.endArray();
      json.name("dropped").beginObject();
      for (Map.Entry<DropReason, Integer> entry : dropped.entrySet()) {
        json.name(entry.getKey().id()).value(entry.getValue());
      }
      json.endObject();
      json.name("training").value(training);
      json.name("validation").value(validation);
      json.name("remarks").beginObject();
      for (Map.Entry<Remark, Integer> entry : remarks.entrySet()) {
        json.name(entry.getKey().id()).value(entry.getValue());
      }
      json.endObject();
      json.name("examples").beginArray();
      for (DroppedLine example : examples) {
        json.beginObject();
        json.name("source").value(example.source());
        json.name("line").value(example.line());
        json.name("reason").value(example.reason().id());
        json.name("detail").value(example.detail());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    } catch (IOException impossible) {
      throw new IllegalStateException("a string cannot fail to be written", impossible);
    }
    return text + "\n";
  }
}
