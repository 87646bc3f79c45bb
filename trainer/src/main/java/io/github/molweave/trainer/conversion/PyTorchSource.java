package io.github.molweave.trainer.conversion;

import io.github.molweave.modelfile.ModelFileException;
import io.github.molweave.modelfile.SafetensorsLayout;
import io.github.molweave.modelfile.SafetensorsLayout.Place;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import io.github.molweave.trainer.conversion.ForeignNetwork.FirstToken;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A PyTorch network in a safetensors file: one embedding, one stack of GRU or LSTM layers and one
 * linear layer, whatever their attributes are called.
 *
 * <p>Accuracy: F32, F16 and BF16 weights are kept to the bit, F64 rounded to F32.
 */
final class PyTorchSource {
  private static final String LAYER_NORMALISATION = "layer_norm";

  private final SourceFile file;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final List<String> changes = new ArrayList<>();
  private final Set<String> types = new TreeSet<>();
  private final Map<String, float[]> tensors = new LinkedHashMap<>();

  private PyTorchSource(SourceFile file) {
    this.file = file;
  }

  /**
   * Reads the network of {@code path}.
   *
   * @param ignored names of tensors that are known to be no part of the network
   * @throws ModelFileException when it is a damaged safetensors file, empty or a web page
   * @throws ConversionException when it holds something else than such a network
   */
  static ForeignNetwork read(Path path, Set<String> ignored) throws ConversionException {
    PyTorchSource source = new PyTorchSource(SourceFile.read(path, SourceFile.LARGEST_WEIGHTS));
    return source.network(ignored);
  }

  private ForeignNetwork network(Set<String> ignored) throws ConversionException {
    SafetensorsLayout layout = layout();
    refuseByMetadata(layout.metadata());
    for (Place place : layout.tensors()) {
      places.put(place.name(), place);
    }
    for (String name : ignored) {
      if (places.remove(name) == null) {
        throw new ConversionException(
            Problem.TENSOR_MISSING,
            "there is no tensor " + Quotation.of(name) + " to ignore. Check --ignore.");
      }
      changes.add("the tensor " + Quotation.of(name) + " was left out, as asked for");
    }
    RecurrentTensors recurrent = RecurrentTensors.of(places.keySet());
    int hidden = columns(RecurrentTensors.required(recurrent.layers().get(0), "weight_hh"));
    int embedding = columns(RecurrentTensors.required(recurrent.layers().get(0), "weight_ih"));
    EndTensors ends = EndTensors.find(places, recurrent.names(), embedding, hidden);
    CellKind cell = cell(recurrent, hidden);
    Architecture sizes =
        ForeignNetwork.sizes(cell, ends.tokens(), embedding, hidden, recurrent.layers().size());
    takeEnds(ends, sizes);
    for (int layer = 0; layer < sizes.layers(); layer++) {
      takeLayer(recurrent.layers().get(layer), layer, sizes);
    }
    refuseExtra(recurrent.names(), ends.names());
    sayTypes();
    return new ForeignNetwork(
        sizes,
        tensors,
        FirstToken.ORDINARY,
        "PyTorch, as a safetensors file",
        changes,
        List.of(file.words()));
  }

  private SafetensorsLayout layout() throws ConversionException {
    try {
      return SafetensorsLayout.of(file.bytes());
    } catch (ModelFileException failure) {
      if (failure.problem() != io.github.molweave.modelfile.Problem.ANOTHER_FORMAT) {
        throw failure;
      }
      throw new ConversionException(
          Problem.NOT_SAFETENSORS,
          file.name()
              + " is no safetensors file. Save the network as one in Python; 'molweave convert"
              + " pytorch --help' shows how.",
          failure);
    }
  }

  private static void refuseByMetadata(Map<String, String> metadata) throws ConversionException {
    if ("molweave".equals(metadata.get("format"))) {
      throw new ConversionException(
          Problem.ALREADY_MOLWEAVE,
          "this is a model file of Molweave already. Use it as it is, or 'export' it.");
    }
    for (Map.Entry<String, String> field : metadata.entrySet()) {
      String value = field.getValue().strip().toLowerCase(Locale.ROOT);
      boolean on = value.equals("true") || value.equals("1") || value.equals("yes");
      if (field.getKey().contains(LAYER_NORMALISATION) && on) {
        throw layerNormalisation("the metadata field " + Quotation.of(field.getKey()));
      }
    }
  }

  private static ConversionException layerNormalisation(String sign) {
    return new ConversionException(
        Problem.NOT_SUPPORTED,
        "the network normalises its layers (layer normalisation: "
            + sign
            + "), which Molweave's networks do not. Train one without.");
  }

  private int columns(String name) throws ConversionException {
    List<Long> shape = places.get(name).shape();
    if (shape.size() != 2 || shape.get(1) > Integer.MAX_VALUE) {
      throw new ConversionException(
          Problem.TENSOR_SHAPE,
          "the tensor " + Quotation.of(name) + " has shape " + shape + " and should be a matrix.");
    }
    return shape.get(1).intValue();
  }

  private CellKind cell(RecurrentTensors recurrent, int hidden) throws ConversionException {
    String name = RecurrentTensors.required(recurrent.layers().get(0), "weight_hh");
    long rows = places.get(name).shape().get(0);
    if (hidden > 0 && rows == 3L * hidden) {
      return CellKind.GRU_RESET_AFTER;
    }
    if (hidden > 0 && rows == 4L * hidden) {
      return CellKind.LSTM;
    }
    if (rows == hidden) {
      throw new ConversionException(
          Problem.NOT_SUPPORTED,
          "the network is a plain nn.RNN without gates ("
              + Quotation.of(name)
              + "). Train a GRU or an LSTM.");
    }
    throw new ConversionException(
        Problem.TENSOR_SHAPE,
        "the tensor "
            + Quotation.of(name)
            + " has shape "
            + places.get(name).shape()
            + ", and a GRU has 3 rows for each column, an LSTM 4.");
  }

  private void takeEnds(EndTensors ends, Architecture sizes) throws ConversionException {
    int tokens = sizes.vocabularySize();
    tensors.put("embedding.weight", matrix(ends.embedding()).values());
    tensors.put("output.weight", matrix(ends.output()).values());
    if (ends.embedding().equals(ends.output())) {
      changes.add(
          Quotation.of(ends.embedding())
              + " serves as embedding and as output (tied weights); it is written twice");
    }
    takeBias("output.bias", ends.bias(), tokens);
  }

  private void takeLayer(Map<String, String> layer, int number, Architecture sizes)
      throws ConversionException {
    int rows = sizes.gateRows();
    String why = "the first layer is a " + sizes.cell().id() + " of " + sizes.hiddenSize();
    String suffix = "_l" + number;
    Matrix input = matrix(RecurrentTensors.required(layer, "weight_ih"));
    Matrix hidden = matrix(RecurrentTensors.required(layer, "weight_hh"));
    input.require(why, rows, sizes.inputSize(number));
    hidden.require(why, rows, sizes.hiddenSize());
    tensors.put("rnn.weight_ih" + suffix, input.values());
    tensors.put("rnn.weight_hh" + suffix, hidden.values());
    takeBias("rnn.bias_ih" + suffix, layer.get("bias_ih"), rows);
    takeBias("rnn.bias_hh" + suffix, layer.get("bias_hh"), rows);
  }

  private void takeBias(String ours, String theirs, int length) throws ConversionException {
    if (theirs == null) {
      tensors.put(ours, new float[length]);
      changes.add("there is no " + ours + "; zeros stand for it");
      return;
    }
    tensors.put(ours, matrix(theirs).require("each row has one bias", length).values());
  }

  private Matrix matrix(String name) throws ConversionException {
    Place place = places.get(name);
    NumberType type = NumberType.ofSafetensors(place.type(), name);
    long elements = 1;
    List<Integer> shape = new ArrayList<>();
    for (long size : place.shape()) {
      elements = size > Integer.MAX_VALUE ? -1 : Math.multiplyExact(elements, size);
      if (elements < 0 || elements > Integer.MAX_VALUE) {
        elements = -1;
        break;
      }
      shape.add((int) size);
    }
    if (elements * type.bytes() != place.end() - place.begin()) {
      throw new ConversionException(
          Problem.TENSOR_SHAPE,
          "the tensor "
              + Quotation.of(name)
              + " of type "
              + type
              + " and shape "
              + Quotation.of(place.shape().toString())
              + " has "
              + (place.end() - place.begin())
              + " bytes. The file is damaged, or its writer is in error.");
    }
    types.add(type.name());
    return Matrix.of(name, shape, type.read(file.bytes(), place.begin(), (int) elements));
  }

  private void refuseExtra(Set<String> recurrent, Set<String> ends) throws ConversionException {
    List<String> extra = new ArrayList<>();
    for (String name : places.keySet()) {
      if (!recurrent.contains(name) && !ends.contains(name)) {
        extra.add(Quotation.of(name));
      }
      String plain = name.toLowerCase(Locale.ROOT).replace("_", "");
      if (plain.contains("layernorm")) {
        throw layerNormalisation("the tensor " + Quotation.of(name));
      }
    }
    if (!extra.isEmpty()) {
      int shown = Math.min(extra.size(), 5);
      throw new ConversionException(
          Problem.TENSOR_EXTRA,
          "no part of an embedding, a GRU or LSTM and a linear layer has a use for "
              + String.join(", ", extra.subList(0, shown))
              + (shown < extra.size() ? " and " + (extra.size() - shown) + " more" : "")
              + ". The network does more than Molweave's can; if you know that a tensor plays no"
              + " part in writing, name it by --ignore.");
    }
  }

  private void sayTypes() {
    if (types.contains("F64")) {
      changes.add("weights of 64 bits were rounded to 32");
    }
    if (types.contains("F16") || types.contains("BF16")) {
      changes.add("weights of 16 bits were widened to 32, exactly");
    }
  }
}
