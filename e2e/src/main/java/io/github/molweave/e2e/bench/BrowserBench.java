package io.github.molweave.e2e.bench;

import io.github.molweave.e2e.bench.BenchException.Problem;
import io.github.molweave.e2e.browsers.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench browser}: measures Molweave and its peers in one page of a headless Chromium. */
@Command(
    name = "browser",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures how fast molecules are written in the browser: by Molweave, by ONNX Runtime Web and by"
          + " TensorFlow.js, with the same weights, in one page, taking turns. A peer whose logits are"
          + " not ours does not count. The tables go to standard output; docs/benchmarks.md explains them.",
      "",
      "The first run installs the peers with npm, some 450 MB, into e2e/bench/peers.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./molweave bench browser",
      "  ./molweave bench browser --models 512 --streams 1,16 --threads 1 --rounds 3",
      "  ./molweave bench browser --markdown > tables.md"
    })
final class BrowserBench implements Callable<Integer> {
  @Option(
      names = "--models",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "zinc,128,256,512,1024",
      description =
          "Networks: zinc (the page's own), or a number of units with random weights (${DEFAULT-VALUE}).")
  private List<String> models;

  @Option(
      names = "--streams",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,16,32",
      description = "Molecules in the making at the same time (${DEFAULT-VALUE}).")
  private List<Integer> streams;

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2",
      description = "Threads for everybody (${DEFAULT-VALUE}).")
  private List<Integer> threads;

  @Option(
      names = "--peers",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "ort-gru,ort-folded,ort-int8,tf-ops,tf-layers,tf-layers-cell",
      description = "Whom to measure against, or none (${DEFAULT-VALUE}).")
  private List<String> peers;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "7",
      description = "How often each takes its turn (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--round-ms",
      paramLabel = "N",
      defaultValue = "300",
      description = "How long a turn is, in milliseconds (${DEFAULT-VALUE}).")
  private int milliseconds;

  @Option(names = "--markdown", description = "Write the tables in Markdown.")
  private boolean markdown;

  @Spec private CommandSpec spec;

  private final Path root;

  BrowserBench(Path root) {
    this.root = root;
  }

  @Override
  public Integer call() throws BenchException, IOException, InterruptedException {
    PrintWriter talk = spec.commandLine().getErr();
    List<Contender> contenders = check();
    List<BenchModel> networks = new ArrayList<>();
    for (String name : models) {
      networks.add(model(name));
    }
    Peers installed = new Peers(root.resolve("e2e/bench/peers"), Programs.find("npm"));
    if (contenders.size() > 2) {
      installed.install(talk::println);
    }
    Map<String, Path> folders =
        Map.of(
            "/", root.resolve("e2e/bench/page"),
            "/peers/", installed.packages(),
            "/molweave/", root.resolve("browser/target/dist"));
    List<Setting> settings = new ArrayList<>();
    try (BenchServer server = BenchServer.start(folders);
        BenchPage page = BenchPage.open(server.address())) {
      talk.println("Measuring in " + page.browserName());
      BenchRun run = new BenchRun(server, page, contenders, rounds, milliseconds, talk::println);
      for (int count : threads) {
        for (BenchModel network : networks) {
          settings.addAll(run.measure(network, count, streams));
        }
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(Machine.describe() + ", " + page.browserName() + "\n");
      out.print(
          new BenchReport(settings, contenders)
              .text(markdown ? Table.Style.MARKDOWN : Table.Style.PLAIN));
      out.flush();
    }
    return 0;
  }

  private List<Contender> check() throws BenchException {
    require("--rounds", rounds, 1, 1000);
    require("--round-ms", milliseconds, 10, 60_000);
    for (int count : streams) {
      require("--streams", count, 1, 1024);
    }
    for (int count : threads) {
      require("--threads", count, 1, 64);
    }
    List<Contender> contenders =
        new ArrayList<>(List.of(Contender.MOLWEAVE, Contender.MOLWEAVE_TIMED));
    for (String peer : peers.equals(List.of("none")) ? List.<String>of() : peers) {
      contenders.add(
          Contender.ofId(peer.toLowerCase(Locale.ROOT))
              .filter(each -> !contenders.contains(each))
              .orElseThrow(
                  () ->
                      new BenchException(
                          Problem.OPTION, "--peers cannot have '" + peer + "' there.")));
    }
    return contenders;
  }

  /** Refuses a value out of its range. */
  static void require(String option, int value, int least, int most) throws BenchException {
    if (value < least || value > most) {
      throw new BenchException(
          Problem.OPTION,
          option + " must be from " + least + " to " + most + ", not " + value + ".");
    }
  }

  private BenchModel model(String name) throws BenchException {
    if (name.equals(BenchModel.SHIPPED)) {
      return BenchModel.read(name, root.resolve("web/target/site/models/zinc.safetensors"));
    }
    try {
      int units = Integer.parseInt(name);
      require("--models", units, 1, 1024);
      return BenchModel.random(units);
    } catch (NumberFormatException e) {
      throw new BenchException(
          Problem.OPTION,
          "--models takes zinc or a number of units from 1 to 1024, not '" + name + "'.",
          e);
    }
  }
}
