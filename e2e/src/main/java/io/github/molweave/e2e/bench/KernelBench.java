package io.github.molweave.e2e.bench;

import io.github.molweave.e2e.bench.BenchException.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench kernel}: the SIMD kernel against what the core does at most. */
@Command(
    name = "kernel",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the SIMD kernel's products against a loop of nothing but load, multiply and add, in the"
          + " same Chromium and in turns: products are given as a part of that peak, and everything else"
          + " in a step (gates, output) as a part of the step.",
      ""
    },
    footer = {"", "Examples:", "  ./molweave bench kernel", "  ./molweave bench kernel --units 64"})
final class KernelBench implements Callable<Integer> {
  private static final List<String> CELLS = List.of("gru-reset-after", "gru-reset-before", "lstm");

  @Option(
      names = "--cells",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "gru-reset-after",
      description = "gru-reset-after, gru-reset-before or lstm (${DEFAULT-VALUE}).")
  private List<String> cells;

  @Option(
      names = "--units",
      paramLabel = "N",
      split = ",",
      defaultValue = "128,256,512,1024",
      description = "Units of the layer, rounded up to 16s (${DEFAULT-VALUE}).")
  private List<Integer> units;

  @Option(
      names = "--streams",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,16",
      description = "Molecules in the making at the same time (${DEFAULT-VALUE}).")
  private List<Integer> streams;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "How often each takes its turn (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--round-ms",
      paramLabel = "N",
      defaultValue = "20",
      description = "How long a turn is, in milliseconds (${DEFAULT-VALUE}).")
  private int milliseconds;

  @Option(names = "--markdown", description = "Write the table in Markdown.")
  private boolean markdown;

  @Spec private CommandSpec spec;

  private final Path root;

  KernelBench(Path root) {
    this.root = root;
  }

  @Override
  public Integer call() throws BenchException, IOException {
    check();
    Table table =
        new Table(
            List.of(
                "cell", "units", "streams", "peak Gop/s", "products", "of peak", "rest of step"));
    Map<String, Path> folders =
        Map.of(
            "/", root.resolve("e2e/bench/page"),
            "/molweave/", root.resolve("browser/target/dist"),
            "/conformance/", root.resolve("browser/target/conformance"));
    try (BenchServer server = BenchServer.start(folders);
        BenchPage page = BenchPage.open(server.address())) {
      page.call("open", "kernel", Map.of("script", "kernel.js", "type", "module", "workers", 1));
      for (String cell : cells) {
        for (int size : units) {
          for (int count : streams) {
            table.add(row(page, cell, (size + 15) / 16 * 16, count));
          }
        }
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(Machine.describe() + ", " + page.browserName() + "\n");
      out.print(table.text(markdown ? Table.Style.MARKDOWN : Table.Style.PLAIN));
      out.flush();
    }
    return 0;
  }

  private List<String> row(BenchPage page, String cell, int size, int count) throws BenchException {
    Map<String, Object> argument =
        Map.of(
            "cell", cell,
            "units", size,
            "places", count,
            "rounds", rounds,
            "milliseconds", milliseconds);
    List<?> measured = (List<?>) page.call("check", "kernel", argument);
    Spread part = spread(measured, round -> number(round, "products") / number(round, "peak"));
    return List.of(
        cell,
        Integer.toString(size),
        Integer.toString(count),
        gigas(spread(measured, round -> number(round, "peak"))),
        gigas(spread(measured, round -> number(round, "products"))),
        String.format(
            Locale.ROOT,
            "%.0f %% (%.0f..%.0f)",
            100 * part.median(),
            100 * part.least(),
            100 * part.most()),
        String.format(
            Locale.ROOT,
            "%.0f %%",
            100 * spread(measured, round -> number(round, "gates")).median()));
  }

  private static Spread spread(List<?> measured, Function<Map<?, ?>, Double> value) {
    return Spread.of(
        measured.stream().mapToDouble(round -> value.apply((Map<?, ?>) round)).toArray());
  }

  private static double number(Map<?, ?> round, String name) {
    return ((Number) round.get(name)).doubleValue();
  }

  private static String gigas(Spread spread) {
    return String.format(Locale.ROOT, "%.1f", spread.median() / 1e9);
  }

  private void check() throws BenchException {
    for (String cell : cells) {
      if (!CELLS.contains(cell)) {
        throw new BenchException(
            Problem.OPTION, "--cells takes " + String.join(", ", CELLS) + ", not '" + cell + "'.");
      }
    }
    for (int size : units) {
      BrowserBench.require("--units", size, 1, 1024);
    }
    for (int count : streams) {
      BrowserBench.require("--streams", count, 1, 1024);
    }
    BrowserBench.require("--rounds", rounds, 1, 1000);
    BrowserBench.require("--round-ms", milliseconds, 10, 60_000);
  }
}
