package io.github.molweave.trainer.cli;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFile.LengthRange;
import io.github.molweave.modelfile.ModelFile.Precision;
import io.github.molweave.modelfile.ModelFileException;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.modelfile.Quantisation;
import io.github.molweave.tokens.Notation;
import io.github.molweave.trainer.conversion.Conversion;
import io.github.molweave.trainer.conversion.ConversionException;
import io.github.molweave.trainer.conversion.TokenOptions;
import io.github.molweave.trainer.conversion.TokenOptions.Unnamed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code convert}: a model of another framework as a model file. */
@Command(
    name = "convert",
    description = {
      "Makes a model file of a network of another framework: one embedding, GRU or LSTM layers of one"
          + " size, one linear layer. Its weights are kept to the bit; 'export' makes the file small.",
      ""
    },
    synopsisSubcommandLabel = "pytorch|tfjs",
    footer = {"", "Each of the two explains its options: molweave convert pytorch --help"})
final class ConvertCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  ConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to convert: pytorch or tfjs.");
  }

  @Command(
      name = "pytorch",
      description = {
        "Converts a PyTorch network (nn.Embedding, nn.GRU or nn.LSTM, nn.Linear) that was saved as"
            + " safetensors. Its tensors may have any names: REINVENT's, ours, others.",
        ""
      },
      footer = {
        "",
        "The vocabulary is a JSON array of the tokens in the order of their ids, a JSON object of"
            + " tokens with their ids, or text with a token a line.",
        "",
        "A checkpoint of PyTorch becomes safetensors in Python, as here one of REINVENT:",
        "  saved = torch.load('prior', map_location='cpu')",
        "  safetensors.torch.save_file(saved['network'], 'prior.safetensors')",
        "  json.dump(saved['vocabulary'], open('tokens.json', 'w'))",
        "REINVENT's layer normalisation leaves no tensors: see that saved['network_params'] says"
            + " it is off.",
        "",
        "Examples:",
        "  molweave convert pytorch prior.safetensors --vocabulary tokens.json --out mine.safetensors",
        "  molweave convert pytorch net.safetensors --vocabulary tokens.txt --start G --end E --pad A"
            + " --rename L=Cl --rename R=Br --out mine.safetensors"
      })
  int pytorch(
      @Parameters(paramLabel = "FILE", description = "The network, as a safetensors file.")
          Path source,
      @Option(
              names = "--vocabulary",
              paramLabel = "FILE",
              required = true,
              description = "The tokens of the network, special ones included.")
          Path vocabulary,
      @Option(
              names = "--ignore",
              paramLabel = "TENSOR",
              description = "A tensor that plays no part in writing; may be given several times.")
          Set<String> ignored,
      @Mixin Tokens tokens,
      @Mixin Target target)
      throws CommandException, ConversionException {
    target.check();
    Set<String> names = ignored == null ? Set.of() : new LinkedHashSet<>(ignored);
    try {
      return target.write(
          terminal, Conversion.ofPyTorch(source, names, vocabulary, tokens.options()));
    } catch (ModelFileException finding) {
      throw new UnfitFileException(source, finding);
    }
  }

  @Command(
      name = "tfjs",
      description = {
        "Converts a Keras model as TensorFlow.js stores it (a layers-model): Embedding, GRU with"
            + " reset_after or without, or LSTM, then Dense. Layers of dropout are passed over.",
        ""
      },
      footer = {
        "",
        "With mask_zero, token 0 is fed first and leaves the state as it is, unless --start says"
            + " otherwise; without an end token, lengths are drawn from --lengths.",
        "",
        "Example:",
        "  molweave convert tfjs tfjs_model --out dream.safetensors",
        "  molweave convert tfjs tfjs_model --vocabulary model_info.json --lengths 10..60 --out"
            + " dream.safetensors"
      })
  int tfjs(
      @Parameters(
              paramLabel = "DIR",
              description = "The folder of model.json and its weights, or that file.")
          Path source,
      @Option(
              names = "--vocabulary",
              paramLabel = "FILE",
              description =
                  "The tokens of the network. Default: config.json or model_info.json in DIR.")
          Path vocabulary,
      @Mixin Tokens tokens,
      @Mixin Target target)
      throws CommandException, ConversionException {
    target.check();
    return target.write(terminal, Conversion.ofKeras(source, vocabulary, tokens.options()));
  }

  /** What is said of the tokens. */
  static final class Tokens {
    @Option(
        names = "--start",
        paramLabel = "TOKEN",
        description = "The token that is fed first. Default: ^, <start>, <bos>, GO or the like.")
    private String start;

    @Option(
        names = "--end",
        paramLabel = "TOKEN|none",
        description = "The token that ends a molecule. Default: $$, <end>, <eos> or the like.")
    private String end;

    @Option(
        names = "--pad",
        paramLabel = "TOKEN|none",
        description =
            "The token that fills up; its row is left out. Default: <pad>, [nop] or the like, if"
                + " there is one.")
    private String padding;

    @Option(
        names = "--drop",
        paramLabel = "TOKEN",
        description = "Another token that spells nothing; may be given several times.")
    private List<String> dropped = new ArrayList<>();

    @Option(
        names = "--rename",
        paramLabel = "OLD=NEW",
        description = "Spells a token anew, as in L=Cl; may be given several times.")
    private Map<String, String> renamed = new LinkedHashMap<>();

    @Option(
        names = "--notation",
        paramLabel = "smiles|selfies",
        converter = NotationConverter.class,
        description = "What the tokens spell. Default: selfies when all of them are symbols of it.")
    private Notation notation;

    @Option(
        names = "--lengths",
        paramLabel = "FROM..TO",
        converter = LengthsConverter.class,
        description =
            "For a network without an end token, how many tokens its molecules have, within"
                + " 0..10000. Default: 1..99.")
    private LengthRange lengths;

    @Option(
        names = "--drop-unnamed",
        description = "Leave rows out that the vocabulary, which is too short, does not name.")
    private boolean dropUnnamed;

    TokenOptions options() {
      return new TokenOptions(
          start,
          end,
          padding,
          dropped,
          renamed,
          notation,
          lengths,
          dropUnnamed ? Unnamed.DROP : Unnamed.REFUSE);
    }
  }

  /** Where the model file goes, and how. */
  static final class Target {
    @Option(
        names = "--out",
        paramLabel = "FILE",
        required = true,
        description = "The model file to write.")
    private Path out;

    @Option(names = "--force", description = "Replace a file that is there already.")
    private boolean force;

    @Option(
        names = "--precision",
        paramLabel = "f32|int8",
        defaultValue = "f32",
        description = "How the weights are stored (${DEFAULT-VALUE}).")
    private Precision precision;

    @Option(
        names = "--card",
        paramLabel = "FIELD=TEXT",
        description = "A field of the model card, as in licence=... ; may be given several times.")
    private Map<String, String> card = new LinkedHashMap<>();

    void check() throws CommandException {
      ResultTarget.check(out, force);
    }

    int write(Terminal terminal, Conversion conversion) throws CommandException {
      ModelFile model = conversion.model();
      Map<String, String> fields = new LinkedHashMap<>(card);
      model.card().forEach(fields::putIfAbsent);
      ModelFile carded =
          new ModelFile(
              model.architecture(),
              model.vocabulary(),
              model.notation(),
              model.lengths(),
              fields,
              model.tensors());
      ModelFile stored = precision == Precision.INT8 ? Quantisation.quantise(carded) : carded;
      byte[] bytes = ModelFileWriter.write(stored);
      ResultTarget.write(out, file -> file.write(bytes));
      conversion.changes().forEach(change -> terminal.err().println("Note: " + change));
      terminal
          .err()
          .println("Wrote " + out + ": " + bytes.length + " bytes, model " + ModelId.of(stored));
      return ExitCode.OK.number();
    }
  }

  private static final class NotationConverter implements ITypeConverter<Notation> {
    @Override
    public Notation convert(String id) {
      Notation notation = Notation.ofId(id);
      if (notation == null) {
        throw new TypeConversionException("there is smiles and selfies, not '" + id + "'");
      }
      return notation;
    }
  }

  private static final class LengthsConverter implements ITypeConverter<LengthRange> {
    private static final int LONGEST = 10_000;

    @Override
    public LengthRange convert(String text) {
      String[] ends = text.split("\\.\\.", -1);
      try {
        LengthRange range =
            new LengthRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        if (ends.length == 2 && range.longest() <= LONGEST) {
          return range;
        }
      } catch (IllegalArgumentException notARange) {
        // The words below are for this, too.
      }
      throw new TypeConversionException(
          "lengths are a range within 0.." + LONGEST + " such as 1..99, not '" + text + "'");
    }
  }
}
