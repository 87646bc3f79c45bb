package io.github.molweave.trainer.conversion;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;

/**
 * One layer as {@code model.json} describes it.
 *
 * @param kind its class: {@code Embedding}, {@code GRU}, ...
 * @param name its own name, by which weights are found
 * @param config its settings
 */
record KerasLayer(String kind, String name, JsonValue config) {

  /** The layer that {@code description} describes, as it stands in a list of layers. */
  static KerasLayer of(JsonValue description) throws ConversionException {
    JsonValue config = description.get("config");
    String kind = description.get("class_name").text();
    if (kind.equals("TimeDistributed")) {
      KerasLayer inner = of(config.get("layer"));
      boolean eachStepAlone = inner.kind.equals("Dense") || inner.kind.equals("Activation");
      if (eachStepAlone || inner.isIdle()) {
        return new KerasLayer(inner.kind, config.get("name").text(), inner.config);
      }
    }
    return new KerasLayer(kind, config.get("name").text(), config);
  }

  /** What kind and name it has, for a message. */
  String words() {
    return "the layer " + Quotation.of(name) + " of class " + Quotation.of(kind);
  }

  boolean isInput() {
    return kind.equals("InputLayer");
  }

  boolean isRecurrent() {
    return kind.equals("GRU") || kind.equals("LSTM");
  }

  /** Whether it does nothing once a network is trained. */
  boolean isIdle() {
    return switch (kind) {
      case "Dropout", "SpatialDropout1D", "GaussianDropout", "GaussianNoise", "AlphaDropout" ->
          true;
      default -> false;
    };
  }

  /** Objects to an activation {@code setting} that is not one of {@code allowed}. */
  void requireActivation(String setting, String... allowed) throws ConversionException {
    JsonValue activation = config.find(setting);
    if (activation == null) {
      throw new ConversionException(
          Problem.TOPOLOGY, words() + " does not say its " + setting + ". Export it again.");
    }
    for (String name : allowed) {
      if (activation.isText() && activation.text().equals(name)) {
        return;
      }
    }
    throw unsupported(
        "has the "
            + setting
            + " "
            + activation.quoted()
            + "; Molweave has "
            + String.join(" or ", allowed)
            + " there");
  }

  /** Objects to the setting {@code flag} when it is on. */
  void refuse(String flag) throws ConversionException {
    if (config.flag(flag, false)) {
      throw unsupported("has " + flag + " switched on, which Molweave's networks do not have");
    }
  }

  ConversionException unsupported(String what) {
    return new ConversionException(
        Problem.NOT_SUPPORTED,
        words() + " " + what + ". Train a network of Embedding, GRU or LSTM, and Dense.");
  }
}
