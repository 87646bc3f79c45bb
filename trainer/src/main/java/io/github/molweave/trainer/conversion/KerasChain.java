package io.github.molweave.trainer.conversion;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layers of a Keras model in the order in which a token goes through them. A functional model
 * must be a plain chain; inputs and outputs for the state of recurrent layers may hang on it.
 */
final class KerasChain {
  private final Map<String, KerasLayer> layers = new LinkedHashMap<>();
  private final Map<String, List<String>> inbound = new LinkedHashMap<>();

  private KerasChain() {}

  /** The layers of {@code model}, the whole of {@code model.json}; those of inputs left out. */
  static List<KerasLayer> of(JsonValue model) throws ConversionException {
    JsonValue format = model.find("format");
    if (format != null && !format.text().equals("layers-model")) {
      throw new ConversionException(
          Problem.NOT_SUPPORTED,
          "this is a TensorFlow.js model of the format "
              + Quotation.of(format.text())
              + ", which does not say what its layers are. Export it as a layers-model.");
    }
    JsonValue topology = model.get("modelTopology");
    JsonValue wrapped = topology.find("model_config");
    JsonValue network = wrapped == null ? topology : wrapped;
    String kind = network.get("class_name").text();
    JsonValue config = network.get("config");
    return switch (kind) {
      case "Sequential" -> sequence(config.isArray() ? config : config.get("layers"));
      case "Functional", "Model" -> new KerasChain().follow(config);
      default ->
          throw new ConversionException(
              Problem.NOT_SUPPORTED,
              "the model is of class "
                  + Quotation.of(kind)
                  + ", and Sequential and Functional ones can be converted.");
    };
  }

  private static List<KerasLayer> sequence(JsonValue list) throws ConversionException {
    List<KerasLayer> chain = new ArrayList<>();
    for (JsonValue item : list.items()) {
      KerasLayer layer = layer(item);
      if (!layer.isInput()) {
        chain.add(layer);
      }
    }
    return chain;
  }

  private static KerasLayer layer(JsonValue item) throws ConversionException {
    String kind = item.get("class_name").text();
    if (kind.equals("Sequential") || kind.equals("Functional") || kind.equals("Model")) {
      throw new ConversionException(
          Problem.NOT_SUPPORTED,
          "the model holds another model as a layer. Put its layers into one model.");
    }
    return KerasLayer.of(item);
  }

  private List<KerasLayer> follow(JsonValue config) throws ConversionException {
    for (JsonValue item : config.get("layers").items()) {
      KerasLayer layer = layer(item);
      String name = item.find("name") == null ? layer.name() : item.get("name").text();
      if (layers.put(name, layer) != null) {
        throw chainBroken(name, "stands there twice");
      }
      inbound.put(name, inbound(name, item));
    }
    Deque<KerasLayer> chain = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    for (String at = output(config); at != null; at = before(at)) {
      if (!seen.add(at)) {
        throw chainBroken(at, "comes after itself");
      }
      chain.addFirst(layers.get(at));
    }
    for (Map.Entry<String, KerasLayer> layer : layers.entrySet()) {
      if (!layer.getValue().isInput() && !seen.contains(layer.getKey())) {
        throw chainBroken(layer.getKey(), "is beside the way from input to output");
      }
    }
    return List.copyOf(chain);
  }

  private static ConversionException chainBroken(String name, String what) {
    return new ConversionException(
        Problem.NOT_SUPPORTED,
        "the layer "
            + Quotation.of(name)
            + " "
            + what
            + ": only a plain chain of layers can be converted.");
  }

  /** Which layers a layer listens to. */
  private static List<String> inbound(String name, JsonValue item) throws ConversionException {
    JsonValue nodes = item.find("inbound_nodes");
    List<String> from = new ArrayList<>();
    if (nodes == null) {
      return from;
    }
    List<JsonValue> calls = nodes.items();
    if (calls.size() > 1) {
      throw chainBroken(name, "is used " + calls.size() + " times");
    }
    for (JsonValue call : calls) {
      if (call.isObject()) {
        tensorsOf(call.get("args"), from);
      } else {
        for (JsonValue tensor : call.items()) {
          from.add(tensor.first().text());
        }
      }
    }
    return from;
  }

  /** As Keras 3 writes it: tensors somewhere among the arguments of a call. */
  private static void tensorsOf(JsonValue argument, List<String> found) throws ConversionException {
    if (argument.isArray()) {
      for (JsonValue item : argument.items()) {
        tensorsOf(item, found);
      }
    } else if (argument.isObject() && argument.find("config") != null) {
      JsonValue history = argument.get("config").find("keras_history");
      if (history != null) {
        found.add(history.first().text());
      }
    }
  }

  /** The layer that a layer gets its tokens from; null when that is an input. */
  private String before(String name) throws ConversionException {
    String before = null;
    for (String from : inbound.get(name)) {
      KerasLayer layer = layers.get(from);
      if (layer == null) {
        throw chainBroken(name, "listens to " + Quotation.of(from) + ", which is not there");
      }
      boolean initialState = layer.isInput() && layers.get(name).isRecurrent();
      if (!layer.isInput()) {
        if (before != null) {
          throw chainBroken(name, "joins several layers");
        }
        before = from;
      } else if (!initialState && inbound.get(name).size() > 1) {
        throw chainBroken(name, "joins several inputs");
      }
    }
    return before;
  }

  /** The last layer: the only output that is not the state of a recurrent one. */
  private String output(JsonValue config) throws ConversionException {
    JsonValue given = config.get("output_layers");
    boolean single = given.first().isText();
    String output = null;
    for (JsonValue entry : single ? List.of(given) : given.items()) {
      String name = entry.isText() ? entry.text() : entry.first().text();
      KerasLayer layer = layers.get(name);
      if (layer == null || layer.isInput()) {
        throw chainBroken(name, "should give an output and is not there");
      }
      if (!layer.isRecurrent()) {
        if (output != null) {
          throw chainBroken(name, "is a second output");
        }
        output = name;
      }
    }
    if (output == null) {
      throw new ConversionException(
          Problem.NOT_SUPPORTED,
          "no output of the model is a score of tokens: a Dense layer must be the last.");
    }
    return output;
  }
}
