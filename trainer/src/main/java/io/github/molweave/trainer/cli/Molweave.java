package io.github.molweave.trainer.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program's main class: reads the command line and runs one command. */
@Command(
    name = "molweave",
    description = "Trains small recurrent networks that write molecules, and runs them.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    version = "molweave 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ok",
      "1:software or machine",
      "2:usage",
      "3:bad data",
      "4:bad model",
      "130:stopped"
    })
public final class Molweave {
  private static final String DEBUG_VARIABLE = "MOLWEAVE_DEBUG";

  private final Terminal terminal;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "With an error, print where in the program it arose (also: MOLWEAVE_DEBUG=1).")
  private boolean debug;

  Molweave(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs the command that {@code arguments} name and ends the process. */
  public static void main(String[] arguments) {
    System.exit(new Molweave(Terminal.ofProcess()).run(arguments));
  }

  /** Runs one command; gives the number for the shell. */
  int run(String... arguments) {
    CommandLine line = new CommandLine(this);
    line.addSubcommand(new TrainCommand(terminal));
    line.addSubcommand(new ExportCommand(terminal));
    line.addSubcommand(new SampleCommand(terminal));
    line.addSubcommand(new ScoreCommand(terminal));
    line.addSubcommand(new EvaluateCommand(terminal));
    line.addSubcommand(new PropertiesCommand(terminal));
    line.addSubcommand(new DrawCommand(terminal));
    line.addSubcommand(new InspectCommand(terminal));
    line.addSubcommand(new ConvertCommand(terminal));
    line.addSubcommand(new CorpusCommand(terminal));
    line.addSubcommand(new SelfiesCommand(terminal));
    line.addSubcommand(new NoveltyCommand(terminal));
    line.addSubcommand(new BaselineCommand(terminal));
    line.setOut(new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8)));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((problem, given) -> explain(problem));
    line.setExecutionExceptionHandler((problem, command, parsed) -> explain(problem));
    if (arguments.length == 0) {
      return usage(line);
    }
    try {
      return line.execute(withConfig(line, arguments));
    } catch (CommandException | OutOfMemoryError problem) {
      return explain(problem);
    }
  }

  private static String[] withConfig(CommandLine line, String[] arguments) throws CommandException {
    return arguments[0].equals(TrainCommand.NAME)
        ? ConfigFile.expand(line.getSubcommands().get(arguments[0]).getCommandSpec(), arguments)
        : arguments;
  }

  private int usage(CommandLine line) {
    line.usage(line.getErr());
    return ExitCode.USAGE.number();
  }

  private int explain(CommandLine.ParameterException problem) {
    CommandLine command = problem.getCommandLine();
    terminal.err().println("molweave: " + problem.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr());
    terminal.err().println("  help: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  private int explain(Throwable problem) {
    if (problem instanceof ClosedPipeException) {
      return ExitCode.OK.number();
    }
    ErrorReport report = ErrorReport.of(problem);
    terminal.err().println(report.text());
    if (debug || !terminal.environment().getOrDefault(DEBUG_VARIABLE, "").isEmpty()) {
      problem.printStackTrace(terminal.err());
    }
    return report.exitCode().number();
  }
}
