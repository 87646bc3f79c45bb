package io.github.molweave.network;

/**
 * Streams that look at what they are given before a kernel does: compiled to JavaScript or
 * WebAssembly, an index out of range would go unnoticed.
 */
final class CheckedStreams implements Streams {
  private final Streams streams;
  private final int tokens;
  private final int stateSize;

  CheckedStreams(Streams streams, LanguageModel model) {
    this.streams = streams;
    Architecture sizes = model.architecture();
    tokens = sizes.vocabularySize();
    stateSize = sizes.stateRows() * sizes.hiddenSize();
  }

  @Override
  public int places() {
    return streams.places();
  }

  @Override
  public void clear(int place) {
    check(place);
    streams.clear(place);
  }

  @Override
  public void copy(int from, int to) {
    check(from);
    check(to);
    streams.copy(from, to);
  }

  @Override
  public HiddenState save(int place) {
    check(place);
    return streams.save(place);
  }

  @Override
  public void restore(int place, HiddenState state) {
    check(place);
    if (state.size() != stateSize) {
      throw new IllegalArgumentException(
          "a hidden state here has " + stateSize + " numbers, not " + state.size());
    }
    streams.restore(place, state);
  }

  @Override
  public void step(int[] tokens, int count, double[] logits) {
    if (count < 1 || count > places() || count > tokens.length) {
      int most = Math.min(places(), tokens.length);
      throw new IllegalArgumentException("count must be 1.." + most + ", not " + count);
    }
    for (int place = 0; place < count; place++) {
      if (tokens[place] < 0 || tokens[place] >= this.tokens) {
        throw new IllegalArgumentException(
            "token " + tokens[place] + " is not in 0.." + (this.tokens - 1));
      }
    }
    int needed = count * this.tokens;
    if (logits.length < needed) {
      throw new IllegalArgumentException(
          "logits needs room for " + needed + " numbers, not " + logits.length);
    }
    streams.step(tokens, count, logits);
  }

  private void check(int place) {
    if (place < 0 || place >= places()) {
      throw new IllegalArgumentException("place " + place + " is not in 0.." + (places() - 1));
    }
  }
}
