package io.github.molweave.web.server;

import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: serves the built page until it is interrupted. */
@Command(
    name = "./molweave serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Serves the page at http://HOST:PORT/ until Ctrl-C.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:served", "1:could not serve", "2:wrong option, or the port is taken"})
public final class ServeCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N", description = "Port, 0 for any (${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(names = "--host", paramLabel = "NAME", description = "Address (${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(names = "--site", paramLabel = "DIR", description = "The built page (target/site).")
  private Path site;

  @Spec private CommandSpec spec;

  /** Runs the command line; the exit code is the process's. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ServeCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65535) {
      throw new ParameterException(
          spec.commandLine(), "--port must be from 0 to 65535, not " + port);
    }
    PrintWriter out = spec.commandLine().getOut();
    try (SiteServer server =
        SiteServer.start(site == null ? besideTheClasses() : site, host, port, Policy.STRICT)) {
      out.println("Molweave is at " + server.address() + "  (Ctrl-C stops it)");
      out.flush();
      server.join();
      return CommandLine.ExitCode.OK;
    } catch (ServeException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return switch (e.problem()) {
        case PORT_IN_USE, PORT_FORBIDDEN, UNKNOWN_HOST -> CommandLine.ExitCode.USAGE;
        case NO_SITE, NOT_STARTED -> CommandLine.ExitCode.SOFTWARE;
      };
    }
  }

  /** {@code target/site}, beside {@code target/classes} or the jar. */
  private static Path besideTheClasses() {
    CodeSource source = ServeCommand.class.getProtectionDomain().getCodeSource();
    try {
      return Path.of(source.getLocation().toURI()).resolveSibling("site");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
