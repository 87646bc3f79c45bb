package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.watch.WatchSettings;
import picocli.CommandLine.Option;

/**
 * The options of {@code train} that say how closely a run is watched; they change nothing in it.
 */
final class WatchOptions {
  @Option(
      names = "--log-every",
      paramLabel = "N",
      defaultValue = "50",
      description = "Steps between two lines of metrics.jsonl (${DEFAULT-VALUE}).")
  private int logEvery;

  @Option(
      names = "--sample-every",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Epochs between two looks at what the network writes (${DEFAULT-VALUE}; 0: never).")
  private int sampleEvery;

  @Option(
      names = "--sample-count",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Molecules drawn for a look, as the page would draw them (${DEFAULT-VALUE}).")
  private int sampleCount;

  WatchSettings settings() throws CommandException {
    try {
      return new WatchSettings(logEvery, sampleEvery, sampleCount);
    } catch (IllegalArgumentException outOfRange) {
      throw new CommandException(Problem.OPTION, outOfRange.getMessage() + ".", outOfRange);
    }
  }
}
