package io.github.molweave.trainer.cli;

import io.github.molweave.selfies.Selfies;
import io.github.molweave.selfies.SelfiesVersion;
import io.github.molweave.selfies.Translation;
import io.github.molweave.selfies.Translation.Refused;
import io.github.molweave.selfies.Translation.Translated;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.cli.GivenMolecules.Placed;
import io.github.molweave.trainer.cli.GivenMolecules.Tally;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.OnInvalid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code selfies}: from SMILES to SELFIES and back. */
@Command(
    name = "selfies",
    description = {
      "Writes SMILES in SELFIES, or SELFIES in SMILES, one molecule a line. Symbols that ask for"
          + " more bonds than an atom has free are shortened or dropped, as the notation says.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave selfies --encode CCO 'c1ccccc1'",
      "  molweave selfies --decode '[C][=C][F]'",
      "  molweave selfies --encode --selfies-version 1 --in molecules.smi --out molecules.txt"
    })
final class SelfiesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @ArgGroup(multiplicity = "1")
  private Direction direction;

  @ArgGroup(multiplicity = "1")
  private GivenMolecules molecules;

  @Mixin private ResultTarget target;

  @Option(
      names = "--selfies-version",
      paramLabel = "1|2",
      defaultValue = "2",
      converter = VersionConverter.class,
      description =
          "The grammar: 1 as in the package selfies 1.0 for Python, 2 as in 2.x"
              + " (${DEFAULT-VALUE}).")
  private SelfiesVersion version;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The column of molecules in a table. Default: smiles.")
  private String column;

  @Option(
      names = "--on-invalid",
      paramLabel = "skip|fail",
      defaultValue = "fail",
      description = "What a text that cannot be translated does (${DEFAULT-VALUE}).")
  private OnInvalid onInvalid;

  /** Which way: exactly one of the two. */
  private static final class Direction {
    @Option(names = "--encode", required = true, description = "From SMILES to SELFIES.")
    private boolean encode;

    // Only asked for by the group, which makes it the opposite of the other.
    @SuppressWarnings("unused")
    @Option(names = "--decode", required = true, description = "From SELFIES to SMILES.")
    private boolean decode;
  }

  /** Reads the number of the grammar. */
  private static final class VersionConverter implements ITypeConverter<SelfiesVersion> {
    @Override
    public SelfiesVersion convert(String id) {
      SelfiesVersion version = SelfiesVersion.ofId(id);
      if (version == null) {
        throw new TypeConversionException("there is version 1 and version 2, not '" + id + "'");
      }
      return version;
    }
  }

  SelfiesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws CommandException, CorpusException, ClosedPipeException {
    target.check();
    Tally tally = new Tally();
    List<String> lines = new ArrayList<>();
    for (Placed molecule : molecules.read(column, tally)) {
      Translation answer = translate(molecule.text());
      if (answer instanceof Refused refused) {
        tally.add(
            molecule.place() + ": " + refused.message() + " [" + refused.problem().id() + "]");
      } else {
        lines.add(((Translated) answer).text() + "\n");
      }
    }
    if (tally.count() > 0) {
      String found = tally.words("translated");
      if (onInvalid == OnInvalid.FAIL || lines.isEmpty()) {
        throw new CommandException(
            Problem.NOT_TRANSLATED, found + "\nCorrect them, or pass --on-invalid skip.");
      }
      terminal.err().println("Skipped: " + found);
    }
    target.write(
        terminal,
        out -> {
          for (String line : lines) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
          }
        });
    return ExitCode.OK.number();
  }

  private Translation translate(String text) {
    return direction.encode ? Selfies.encode(text, version) : Selfies.decode(text, version);
  }
}
