package io.github.molweave.trainer.conversion;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tensors of the recurrent layers, found by PyTorch's suffixes: {@code weight_ih_l0} of one
 * {@code nn.GRU} or {@code nn.LSTM}, or {@code weight_ih} of several cells in a row ({@code gru_1},
 * {@code gru_2}).
 *
 * @param layers the tensors of each layer by PyTorch's name without the layer: {@code weight_ih},
 *     {@code weight_hh}, {@code bias_ih}, {@code bias_hh}; biases may be missing
 * @param names all of their names
 */
record RecurrentTensors(List<Map<String, String>> layers, Set<String> names) {
  private static final Pattern NAME =
      Pattern.compile("(.*?)((?:weight|bias)_(?:ih|hh))(?:_l(\\d{1,3}))?");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final String REVERSE = "_reverse";
  private static final String PROJECTION = "weight_hr_l";

  /** Which layer a tensor is of, in the order of layers: the first number of its module, then k. */
  private record Layer(String module, int place, int k) implements Comparable<Layer> {
    @Override
    public int compareTo(Layer other) {
      int order = Integer.compare(place, other.place);
      order = order == 0 ? module.compareTo(other.module) : order;
      return order == 0 ? Integer.compare(k, other.k) : order;
    }
  }

  /** Finds them among {@code tensors}. */
  static RecurrentTensors of(Collection<String> tensors) throws ConversionException {
    Map<Layer, Map<String, String>> found = new TreeMap<>();
    Set<String> names = new HashSet<>();
    Set<String> modules = new HashSet<>();
    for (String name : tensors) {
      refuse(name);
      Matcher matcher = NAME.matcher(name);
      if (matcher.matches()) {
        String module = matcher.group(1);
        int k = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        Layer layer = new Layer(module, placeOf(module), k);
        Map<String, String> parts = found.computeIfAbsent(layer, none -> new TreeMap<>());
        String earlier = parts.put(matcher.group(2), name);
        if (earlier != null) {
          throw new ConversionException(
              Problem.TENSOR_AMBIGUOUS,
              Quotation.of(earlier)
                  + " and "
                  + Quotation.of(name)
                  + " are the same part of one layer. Name one of them by --ignore.");
        }
        modules.add(NUMBER.matcher(module).replaceAll("#"));
        names.add(name);
      }
    }
    if (found.isEmpty()) {
      throw new ConversionException(
          Problem.TENSOR_MISSING,
          "there is no recurrent layer: no tensor's name ends in weight_ih_l0. Give a network of"
              + " nn.GRU or nn.LSTM.");
    }
    if (modules.size() > 1) {
      throw new ConversionException(
          Problem.TENSOR_AMBIGUOUS,
          "there are recurrent layers of "
              + modules.size()
              + " kinds, so that nobody can tell which follows which: "
              + quoted(modules)
              + ". Save the one that writes molecules.");
    }
    refuseGaps(found.keySet());
    return new RecurrentTensors(List.copyOf(found.values()), names);
  }

  private static void refuseGaps(Set<Layer> layers) throws ConversionException {
    Layer below = null;
    for (Layer layer : layers) {
      boolean sameModule = below != null && below.module.equals(layer.module);
      int expected = sameModule ? below.k + 1 : 0;
      if (layer.k != expected) {
        throw new ConversionException(
            Problem.TENSOR_MISSING,
            "layer "
                + expected
                + " of "
                + Quotation.of(layer.module)
                + " is missing, and layer "
                + layer.k
                + " is there. Save the whole network.");
      }
      below = layer;
    }
  }

  private static int placeOf(String module) throws ConversionException {
    Matcher number = NUMBER.matcher(module);
    String last = "0";
    while (number.find()) {
      last = number.group();
    }
    return last.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(last);
  }

  private static void refuse(String name) throws ConversionException {
    if (name.endsWith(REVERSE)) {
      throw new ConversionException(
          Problem.NOT_SUPPORTED,
          "the network is bidirectional ("
              + Quotation.of(name)
              + "): it reads what is still to be written, and cannot write molecules.");
    }
    if (name.contains(PROJECTION)) {
      throw new ConversionException(
          Problem.NOT_SUPPORTED,
          "the LSTM projects its state (proj_size, "
              + Quotation.of(name)
              + "), which Molweave's networks do not. Train one without.");
    }
  }

  /** The two weights of each layer, which it cannot be without. */
  static String required(Map<String, String> layer, String part) throws ConversionException {
    String name = layer.get(part);
    if (name == null) {
      throw new ConversionException(
          Problem.TENSOR_MISSING,
          "the layer of "
              + Quotation.of(layer.values().iterator().next())
              + " has no "
              + part
              + ". Save the whole network.");
    }
    return name;
  }

  private static String quoted(Set<String> modules) {
    List<String> words = new ArrayList<>();
    for (String module : modules) {
      words.add(Quotation.of(module));
    }
    words.sort(null);
    return String.join(", ", words);
  }
}
