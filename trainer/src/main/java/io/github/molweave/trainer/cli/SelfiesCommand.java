package io.github.molweave.trainer.cli;

import io.github.molweave.selfies.Selfies;
import io.github.molweave.selfies.SelfiesVersion;
import io.github.molweave.selfies.Translation;
import io.github.molweave.selfies.Translation.Refused;
import io.github.molweave.selfies.Translation.Translated;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.cli.CommandException.Problem;
import io.github.molweave.trainer.cli.GivenMolecules.Placed;
import io.github.molweave.trainer.cli.GivenMolecules.Tally;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.OnInvalid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
      "Which way is told by the texts, where they can be only one of the two.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  molweave selfies CCO 'c1ccccc1'",
      "  molweave selfies --decode '[C][=C][F]'",
      "  molweave selfies --encode --selfies-version 1 --in molecules.smi --out molecules.txt"
    })
final class SelfiesCommand implements Callable<Integer> {
  private static final Pattern OUTSIDE_BRACKETS = Pattern.compile("(^|\\])[^\\[\\].]");

  /** A symbol that no SMILES has. */
  private static final Pattern ONLY_SELFIES =
      Pattern.compile("\\[([=#/\\\\]|Ring|Branch|Expl|nop)|expl\\]");

  private final Terminal terminal;

  @ArgGroup(multiplicity = "0..1")
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

  /** Which way: one of the two, or neither. */
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
    List<Placed> texts = molecules.read(column, tally);
    boolean encode = direction == null ? areSmiles(texts) : direction.encode;
    for (Placed molecule : texts) {
      Translation answer =
          encode
              ? Selfies.encode(molecule.text(), version)
              : Selfies.decode(molecule.text(), version);
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

  /** Whether texts of which nothing is said are SMILES; otherwise they are SELFIES. */
  private boolean areSmiles(List<Placed> texts) throws CommandException {
    boolean someSmiles = false;
    boolean someSelfies = false;
    for (Placed molecule : texts) {
      boolean smiles = OUTSIDE_BRACKETS.matcher(molecule.text()).find();
      someSmiles |= smiles;
      someSelfies |= !smiles && ONLY_SELFIES.matcher(molecule.text()).find();
    }
    if (someSmiles == someSelfies) {
      String example = texts.isEmpty() ? "nothing" : Quotation.of(texts.get(0).text());
      throw new CommandException(
          Problem.OPTION,
          example
              + (someSmiles ? " and the rest are partly SMILES, partly" : " could be SMILES or")
              + " SELFIES. Pass --encode to read SMILES, or --decode to read SELFIES.");
    }
    terminal.err().println("Reading " + (someSmiles ? "SMILES" : "SELFIES") + ".");
    return someSmiles;
  }
}
