package io.github.molweave.trainer.conversion;

import io.github.molweave.modelfile.SafetensorsLayout.Place;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.conversion.ConversionException.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The tensors at both ends of a network, found by shape, and by name where shapes agree.
 *
 * @param tokens V, the rows of both
 * @param embedding the name of the tensor [V, E]
 * @param output the name of the tensor [V, H]; the same where the weights are tied
 * @param bias the name of the tensor [V] beside it, or null
 */
record EndTensors(int tokens, String embedding, String output, String bias) {
  private static final String WEIGHT = "weight";
  private static final String BIAS = "bias";

  /** Finds them among {@code places}, those of recurrent layers left out. */
  static EndTensors find(Map<String, Place> places, Set<String> recurrent, int inputs, int hidden)
      throws ConversionException {
    List<String> embeddings = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    for (Place place : places.values()) {
      List<Long> shape = place.shape();
      String name = place.name();
      if (recurrent.contains(name) || !name.endsWith(WEIGHT) || shape.size() != 2) {
        continue;
      }
      if (shape.get(1) == inputs && !places.containsKey(biasOf(name))) {
        embeddings.add(name);
      }
      if (shape.get(1) == hidden) {
        outputs.add(name);
      }
    }
    // Whoever saves tied weights keeps one of their names, which may be that of the output.
    boolean tied = embeddings.isEmpty() && inputs == hidden && outputs.size() == 1;
    String embedding =
        tied ? outputs.get(0) : chosen(embeddings, "embedding", inputs, "emb", "enc", "tok");
    long tokens = places.get(embedding).shape().get(0);
    if (outputs.size() > 1) {
      outputs.remove(embedding);
      // A head for another purpose has other rows.
      List<String> fitting =
          outputs.stream().filter(name -> places.get(name).shape().get(0) == tokens).toList();
      outputs = fitting.isEmpty() ? outputs : fitting;
    }
    String output = chosen(outputs, "output", hidden, "lin", "out", "fc", "dec", "dense", "head");
    if (tokens != places.get(output).shape().get(0) || tokens > Integer.MAX_VALUE) {
      throw new ConversionException(
          Problem.TENSOR_SHAPE,
          "the embedding "
              + Quotation.of(embedding)
              + " has "
              + tokens
              + " rows and the output "
              + Quotation.of(output)
              + " has "
              + places.get(output).shape().get(0)
              + ": both must have one for each token.");
    }
    String bias = biasOf(output);
    if (!places.containsKey(bias)) {
      bias = embedding.equals(output) ? loneBias(places, recurrent, tokens) : null;
    }
    return new EndTensors((int) tokens, embedding, output, bias);
  }

  /** The bias of an output whose weight was saved under the embedding's name. */
  private static String loneBias(Map<String, Place> places, Set<String> recurrent, long tokens) {
    String found = null;
    for (Place place : places.values()) {
      boolean fits = place.name().endsWith(BIAS) && place.shape().equals(List.of(tokens));
      if (fits && !recurrent.contains(place.name())) {
        found = place.name();
      }
    }
    return found;
  }

  private static String biasOf(String weight) {
    return weight.substring(0, weight.length() - WEIGHT.length()) + BIAS;
  }

  private static String chosen(List<String> names, String part, int columns, String... hints)
      throws ConversionException {
    if (names.isEmpty()) {
      throw new ConversionException(
          Problem.TENSOR_MISSING,
          "there is no "
              + part
              + ": no tensor ends in 'weight' and has "
              + columns
              + " columns. Save the whole network.");
    }
    List<String> hinted = new ArrayList<>(names);
    if (names.size() > 1) {
      hinted.removeIf(name -> !hasHint(name, hints));
    }
    if (hinted.size() == 1) {
      return hinted.get(0);
    }
    List<String> quoted = new ArrayList<>();
    names.forEach(name -> quoted.add(Quotation.of(name)));
    throw new ConversionException(
        Problem.TENSOR_AMBIGUOUS,
        "each of "
            + String.join(", ", quoted.subList(0, Math.min(5, quoted.size())))
            + " could be the "
            + part
            + ". Name those that are not by --ignore.");
  }

  private static boolean hasHint(String name, String... hints) {
    for (String hint : hints) {
      if (name.toLowerCase(Locale.ROOT).contains(hint)) {
        return true;
      }
    }
    return false;
  }

  Set<String> names() {
    Set<String> names = new HashSet<>(List.of(embedding, output));
    if (bias != null) {
      names.add(bias);
    }
    return names;
  }
}
