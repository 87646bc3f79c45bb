package io.github.molweave.e2e.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who is measured. */
enum Contender {
  /** The engine that the page ships. */
  MOLWEAVE("Molweave", "molweave.js", "module", "", 0),
  /** The same once more, with a clock around each step, which costs a little. */
  MOLWEAVE_TIMED("Molweave, timed", "molweave.js", "module", "timed", 0),
  /** The GRU operator. */
  ORT_GRU("ORT GRU", "onnx.js", "module", "operator", Limits.FLOAT),
  /** Folded table, gates spelled out, float. */
  ORT_FOLDED("ORT folded", "onnx.js", "module", "folded", Limits.FLOAT),
  /** The same with signed bytes. */
  ORT_INT8("ORT int8", "onnx.js", "module", "quantised", Limits.INT8),
  /** Operators by hand on a folded table. */
  TF_OPS("TF.js ops", "tensorflow.js", "classic", "operators", Limits.FLOAT),
  /** The GRU layer that TensorFlow.js has, whose reset gate comes before the product. */
  TF_LAYERS("TF.js layers", "tensorflow.js", "classic", "built-in", Limits.FLOAT),
  /** Layers with a cell of our own that computes exactly our network. */
  TF_LAYERS_CELL("TF.js layers, own cell", "tensorflow.js", "classic", "own", Limits.FLOAT);

  /** How far logits may be from ours, in standard deviations of the logits. */
  private static final class Limits {
    /** Rounding of activations to 16 bits on our side, of everything to float on theirs. */
    static final double FLOAT = 0.002;

    /** Rounding of activations to 8 bits on their side. */
    static final double INT8 = 0.1;
  }

  private final String title;
  private final String script;
  private final String type;
  private final String variant;
  private final double limit;

  Contender(String title, String script, String type, String variant, double limit) {
    this.title = title;
    this.script = script;
    this.type = type;
    this.variant = variant;
    this.limit = limit;
  }

  /** For tables. */
  String title() {
    return title;
  }

  /** For the command line: {@code ort-gru}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String script() {
    return script;
  }

  /** The kind of worker. */
  String type() {
    return type;
  }

  /** What its script is to run: the name of a graph, or the kind of cell. */
  String variant() {
    return variant;
  }

  /** The largest {@link Probe#distance} with which its figures count. */
  double limit() {
    return limit;
  }

  /** Whether it is our engine. */
  boolean isOurs() {
    return this == MOLWEAVE || this == MOLWEAVE_TIMED;
  }

  /** Whether it runs the network of {@link BenchModel#resetBefore} for want of ours. */
  boolean resetsBefore() {
    return this == TF_LAYERS;
  }

  static Optional<Contender> ofId(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
