package io.github.molweave.trainer.cli;

import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.training.NetworkSettings;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code train} that say what the network is. */
final class NetworkOptions {
  @Option(
      names = "--cell",
      paramLabel = "gru|gru-reset-before|lstm",
      defaultValue = "gru",
      converter = CellNames.class,
      description = "The recurrent cell (${DEFAULT-VALUE}; the others are still to come).")
  private CellKind cell;

  @Option(
      names = "--layers",
      paramLabel = "N",
      defaultValue = "1",
      description = "Recurrent layers, 1..8 (${DEFAULT-VALUE}).")
  private int layers;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      defaultValue = "256",
      description = "Units of a layer, 1..1024 (${DEFAULT-VALUE}).")
  private int hidden;

  @Option(
      names = "--embedding",
      paramLabel = "N",
      defaultValue = "64",
      description = "Numbers that stand for a token, 1..1024 (${DEFAULT-VALUE}).")
  private int embedding;

  @Option(
      names = "--dropout",
      paramLabel = "P",
      defaultValue = "0",
      description =
          "The part of the numbers between two layers that is left out while learning, 0 to below"
              + " 1 (${DEFAULT-VALUE}).")
  private double dropout;

  /** The spellings of {@code --cell}. */
  static final class CellNames implements ITypeConverter<CellKind> {
    @Override
    public CellKind convert(String name) {
      CellKind cell = name.equals("gru") ? CellKind.GRU_RESET_AFTER : CellKind.ofId(name);
      if (cell == null) {
        throw new TypeConversionException("expected gru, gru-reset-before or lstm, not " + name);
      }
      return cell;
    }
  }

  /**
   * The network.
   *
   * @throws IllegalArgumentException when a value is out of its range
   */
  NetworkSettings settings() {
    return new NetworkSettings(cell, layers, hidden, embedding, dropout);
  }
}
