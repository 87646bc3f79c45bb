package io.github.molweave.browser.simd;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.network.Kernel;
import io.github.molweave.network.Parameters;
import io.github.molweave.network.Streams;
import io.github.molweave.network.TokenTable;

/**
 * A network that has been laid out in the kernel's memory, and behind it the places of one row of
 * streams at a time: those that step. A row that another has displaced keeps its states outside
 * until it steps again, so streams that nobody holds any more need not be given back.
 */
final class SimdNetwork implements Kernel.Network {
  /** Bytes between the activations of two places; memory.wat says why. */
  private static final int ACTIVATION_BYTES = 2112;

  private final KernelExports exports;
  private final KernelMemory memory;
  private final Architecture sizes;
  private final int units;
  private final int gateRows;
  private final int placesBegin;
  private PlaceAddresses addresses;
  private SimdStreams resident;

  SimdNetwork(KernelExports exports, ModelFile file) {
    this.exports = exports;
    memory = new KernelMemory(exports.getMemory());
    sizes = file.architecture();
    units = PackedMatrix.padded(sizes.hiddenSize());
    gateRows = sizes.cell().gates() * units;
    Parameters parameters = new Parameters(file);
    int table = table(parameters);
    int hidden = hidden(parameters);
    int below = below(parameters);
    int output = output(parameters);
    placesBegin = memory.end();
    exports.network(
        cellNumber(),
        sizes.layers(),
        units,
        sizes.vocabularySize(),
        file.vocabulary().maskToken(),
        table,
        hidden,
        below,
        output);
  }

  private int cellNumber() {
    return switch (sizes.cell()) {
      case GRU_RESET_AFTER -> 0;
      case GRU_RESET_BEFORE -> 1;
      case LSTM -> 2;
    };
  }

  private int table(Parameters parameters) {
    TokenTable table = new TokenTable(parameters);
    int gates = sizes.cell().gates();
    int height = sizes.hiddenSize();
    int rowBytes = gateRows * Double.BYTES;
    int address = memory.reserve(sizes.vocabularySize() * rowBytes);
    double[] padded = new double[gateRows];
    for (int token = 0; token < sizes.vocabularySize(); token++) {
      double[] row = table.row(token);
      for (int gate = 0; gate < gates; gate++) {
        System.arraycopy(row, gate * height, padded, gate * units, height);
      }
      memory.write(address + token * rowBytes, padded);
    }
    return address;
  }

  private int hidden(Parameters parameters) {
    int address = memory.reserve(sizes.layers() * PackedMatrix.bytes(gateRows, units));
    int at = address;
    int gates = sizes.cell().gates();
    // Of reset-before, the candidate is multiplied with something else than the other gates.
    int first = sizes.cell() == CellKind.GRU_RESET_BEFORE ? gates - 1 : gates;
    for (int layer = 0; layer < sizes.layers(); layer++) {
      at = gates(parameters, "hh_l" + layer, 0, first).writeTo(memory, at);
      if (first < gates) {
        at = gates(parameters, "hh_l" + layer, first, gates - first).writeTo(memory, at);
      }
    }
    return address;
  }

  private int below(Parameters parameters) {
    int address = memory.reserve((sizes.layers() - 1) * PackedMatrix.bytes(gateRows, units));
    int at = address;
    for (int layer = 1; layer < sizes.layers(); layer++) {
      at = gates(parameters, "ih_l" + layer, 0, sizes.cell().gates()).writeTo(memory, at);
    }
    return address;
  }

  private PackedMatrix gates(Parameters parameters, String name, int first, int count) {
    int height = sizes.hiddenSize();
    return PackedMatrix.of(
        parameters,
        "rnn.weight_" + name,
        "rnn.bias_" + name,
        sizes.gateRows(),
        height,
        height,
        first,
        count);
  }

  private int output(Parameters parameters) {
    int tokens = sizes.vocabularySize();
    int height = sizes.hiddenSize();
    int address = memory.reserve(PackedMatrix.bytes(PackedMatrix.padded(tokens), units));
    PackedMatrix.of(parameters, "output.weight", "output.bias", tokens, height, tokens, 0, 1)
        .writeTo(memory, address);
    return address;
  }

  @Override
  public Streams streams(int places) {
    return new SimdStreams(this, places);
  }

  Architecture sizes() {
    return sizes;
  }

  /** P */
  int paddedUnits() {
    return units;
  }

  KernelExports exports() {
    return exports;
  }

  KernelMemory memory() {
    return memory;
  }

  /** Where the places are, as long as {@code streams} is the last that was let in. */
  PlaceAddresses admit(SimdStreams streams) {
    if (resident != streams) {
      if (resident != null) {
        resident.leave();
      }
      if (addresses == null || addresses.places() < streams.places()) {
        layOut(streams.places());
      }
      resident = streams;
      streams.enter(addresses);
    }
    return addresses;
  }

  private void layOut(int places) {
    memory.release(placesBegin);
    int tokens = sizes.vocabularySize();
    int sumRows = Math.max(gateRows, PackedMatrix.padded(tokens));
    int waiting = sizes.cell() == CellKind.GRU_RESET_BEFORE ? places : 1;
    addresses =
        new PlaceAddresses(
            places,
            memory.reserve(places * Integer.BYTES),
            // A row of an odd vocabulary ends with one number more.
            memory.reserve((places * tokens + 1) * Double.BYTES),
            memory.reserve(places * stateSize() * Double.BYTES));
    exports.places(
        places,
        addresses.tokens(),
        addresses.logits(),
        addresses.states(),
        memory.reserve((sizes.layers() + 1) * places * ACTIVATION_BYTES),
        memory.reserve(places * sumRows * Integer.BYTES),
        memory.reserve(places * gateRows * Integer.BYTES),
        memory.reserve(gateRows * Double.BYTES),
        memory.reserve(waiting * gateRows * Double.BYTES));
  }

  /** Doubles that one place keeps from step to step, padding included. */
  int stateSize() {
    return sizes.stateRows() * units;
  }

  /** What streams read and write themselves; addresses are bytes. */
  record PlaceAddresses(int places, int tokens, int logits, int states) {}
}
