package io.github.molweave.trainer.cli;

import io.github.molweave.network.Architecture;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.training.NetworkSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
      description =
          "The recurrent cell (${DEFAULT-VALUE}: the form that resets after the product).")
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

  /**
   * The network of a model, which {@code --init} names.
   *
   * @param given whether an option of this name stands on the command line
   * @throws CommandException when such an option contradicts the model
   */
  NetworkSettings settings(Architecture model, Predicate<String> given) throws CommandException {
    NetworkSettings asked = settings();
    NetworkSettings its =
        new NetworkSettings(
            model.cell(), model.layers(), model.hiddenSize(), model.embeddingSize(), dropout);
    List<String> contradictions = new ArrayList<>();
    contradiction(given, "--cell", asked.cell().id(), its.cell().id(), contradictions);
    contradiction(given, "--layers", asked.layers(), its.layers(), contradictions);
    contradiction(given, "--hidden", asked.hidden(), its.hidden(), contradictions);
    contradiction(given, "--embedding", asked.embedding(), its.embedding(), contradictions);
    if (!contradictions.isEmpty()) {
      throw new CommandException(
          Problem.OPTION,
          "the network is that of the model of --init: "
              + String.join(", ", contradictions)
              + ". Leave out what contradicts it.");
    }
    return its;
  }

  private static void contradiction(
      Predicate<String> given, String option, Object asked, Object its, List<String> found) {
    if (given.test(option) && !asked.equals(its)) {
      found.add(option + " is " + its + ", not " + asked);
    }
  }
}
