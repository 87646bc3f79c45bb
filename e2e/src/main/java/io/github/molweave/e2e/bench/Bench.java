package io.github.molweave.e2e.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bench}: the benches; each is a command of its own. */
@Command(
    name = "./molweave bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measures Molweave against others.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:measured", "1:could not measure", "2:usage", "4:bad model"})
final class Bench {
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private Bench() {}

  /** Runs the command line; the exit code is the process's. */
  public static void main(String[] arguments) {
    // It warns of every Chromium that is newer than itself; nothing here depends on that.
    SELENIUM.setLevel(Level.SEVERE);
    System.exit(
        run(
            new PrintWriter(System.out, true, UTF_8),
            new PrintWriter(System.err, true, UTF_8),
            Path.of(System.getProperty("molweave.home", "")).toAbsolutePath(),
            arguments));
  }

  /** Runs one bench of the checkout {@code root}; gives the number for the shell. */
  static int run(PrintWriter out, PrintWriter err, Path root, String... arguments) {
    CommandLine line = new CommandLine(new Bench());
    line.addSubcommand(new BrowserBench(root));
    line.addSubcommand(new KernelBench(root));
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler((fault, command, parsed) -> explain(fault, err));
    if (arguments.length == 0) {
      line.usage(err);
      return CommandLine.ExitCode.USAGE;
    }
    return line.execute(arguments);
  }

  private static int explain(Exception fault, PrintWriter err) throws Exception {
    if (fault instanceof BenchException known) {
      err.println("molweave: " + known.getMessage());
      err.println("  help: docs/troubleshooting.md#" + known.problem().id());
      return known.problem().exitCode();
    }
    throw fault;
  }
}
