package io.github.molweave.trainer.cli;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.properties.MolecularProperties;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.cli.PropertiesWriter.Format;
import io.github.molweave.trainer.cli.PropertiesWriter.Row;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.OnInvalid;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code properties}: what is computed of given molecules. */
@Command(
    name = "properties",
    description = {
      "Prints properties of molecules: formula, weight (g/mol), logP (Crippen), polar surface"
          + " (square angstrom), hydrogen-bond donors and acceptors, rotatable bonds, rings,"
          + " stereocentres, fraction of sp3 carbons, QED, violations of Lipinski's rule of five.",
      "",
      "sa_like says how hard a molecule is to make, 1 (easy) to 10, on a scale of Molweave's own:"
          + " it must not be compared with published synthetic accessibility scores.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave properties CCO 'c1ccccc1'",
      "  molweave properties --in test.smi.gz --format csv --out properties.csv",
      "  molweave properties --in mine.smi.gz --format histograms --out mine.histograms.json"
    })
final class PropertiesCommand implements Callable<Integer> {
  /** Below this nobody has to wait. */
  private static final int SHORT = 2000;

  private final Terminal terminal;

  @Mixin private ResultTarget target;

  @ArgGroup(multiplicity = "1")
  private GivenMolecules molecules;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column of molecules in a table. Default: smiles.")
  private String column;

  @Option(
      names = "--on-invalid",
      paramLabel = "skip|fail",
      defaultValue = "fail",
      description = "What a text that is no molecule does (${DEFAULT-VALUE}).")
  private OnInvalid onInvalid;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json|histograms",
      defaultValue = "table",
      description =
          "Columns to look at, comma-separated values, JSON, or how weight, logP and QED are spread,"
              + " for the page (${DEFAULT-VALUE}).")
  private Format format;

  PropertiesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, CorpusException, ClosedPipeException {
    target.check();
    GivenMolecules.Tally tally = new GivenMolecules.Tally();
    List<GivenMolecules.Placed> placed = molecules.read(column, tally);
    List<Row> rows = new ArrayList<>();
    if (placed.size() <= SHORT) {
      compute(placed, rows, tally, more -> {});
    } else {
      try (CountProgress progress =
          new CountProgress(terminal, "molecules looked at", placed.size())) {
        compute(placed, rows, tally, progress);
      }
    }
    if (tally.count() > 0) {
      refuseOrTell(tally, rows.size());
    }
    target.write(terminal, out -> PropertiesWriter.write(format, rows, out));
    return ExitCode.OK.number();
  }

  private void refuseOrTell(GivenMolecules.Tally tally, int used) throws CommandException {
    String found = tally.words("read");
    if (onInvalid == OnInvalid.FAIL || used == 0) {
      throw new CommandException(
          Problem.NO_MOLECULE, found + "\nCorrect them, or pass --on-invalid skip.");
    }
    terminal.err().println("Skipped: " + found);
  }

  private static void compute(
      List<GivenMolecules.Placed> placed,
      List<Row> rows,
      GivenMolecules.Tally tally,
      java.util.function.IntConsumer progress) {
    for (GivenMolecules.Placed molecule : placed) {
      Reading reading = MoleculeReader.read(molecule.text(), ReadRule.STRICT);
      if (reading instanceof Reading.Understood understood) {
        rows.add(new Row(molecule.text(), MolecularProperties.of(understood.molecule())));
      } else {
        String reason = ((Reading.Rejected) reading).reason();
        tally.add(molecule.place() + ": " + molecule.text() + ": " + reason);
      }
      progress.accept(1);
    }
  }
}
