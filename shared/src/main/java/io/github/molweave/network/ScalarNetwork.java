package io.github.molweave.network;

import io.github.molweave.modelfile.ModelFile;

/** A network in plain Java: which layer follows which. */
final class ScalarNetwork implements Kernel.Network {
  private final ModelFile file;
  private final TokenTable fromTokens;
  private final Cell[] cells;

  /** W_ih of the layers above the first; nothing at 0. */
  private final Affine[] fromBelow;

  private final Affine output;

  ScalarNetwork(ModelFile quantised, WeightMatrix.Layout layout) {
    file = quantised;
    Parameters parameters = new Parameters(quantised);
    Architecture sizes = quantised.architecture();
    int units = sizes.hiddenSize();
    fromTokens = new TokenTable(parameters);
    cells = new Cell[sizes.layers()];
    fromBelow = new Affine[sizes.layers()];
    for (int layer = 0; layer < cells.length; layer++) {
      cells[layer] = Cell.of(parameters, layout, layer);
      if (layer > 0) {
        String weight = "rnn.weight_ih_l" + layer;
        String bias = "rnn.bias_ih_l" + layer;
        fromBelow[layer] = new Affine(parameters, layout, weight, bias, sizes.gateRows(), units);
      }
    }
    output =
        new Affine(
            parameters, layout, "output.weight", "output.bias", sizes.vocabularySize(), units);
  }

  Architecture architecture() {
    return file.architecture();
  }

  int maskToken() {
    return file.vocabulary().maskToken();
  }

  @Override
  public Streams streams(int places) {
    return new ScalarStreams(this, places);
  }

  void step(ScalarStreams streams, int[] tokens, int count, double[] logits) {
    for (int place = 0; place < count; place++) {
      double[] row = fromTokens.row(tokens[place]);
      System.arraycopy(row, 0, streams.fromInput, place * row.length, row.length);
    }
    for (int layer = 0; layer < cells.length; layer++) {
      if (layer > 0) {
        fromBelow[layer].apply(streams, streams.h[layer - 1], count, streams.fromInput);
      }
      cells[layer].advance(streams, layer, count);
    }
    output.apply(streams, streams.h[cells.length - 1], count, logits);
  }
}
