package io.github.molweave.bench.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.molweave.trainer.batching.Batch;
import io.github.molweave.trainer.batching.BatchSource;
import io.github.molweave.trainer.corpus.Corpus;
import io.github.molweave.trainer.corpus.CorpusException;
import io.github.molweave.trainer.corpus.CorpusLoader;
import io.github.molweave.trainer.corpus.CorpusSettings;
import io.github.molweave.trainer.corpus.CorpusSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench train}: the trainer's speed against libtorch's. */
@Command(
    name = "./molweave bench train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains the same networks on the same batches with Molweave and with libtorch, in turns, and"
          + " prints both speeds, their ratio, and what matrix products alone would allow. libtorch"
          + " (110 MB) is downloaded on the first use.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  ./molweave bench train",
      "  ./molweave bench train --corpus zinc.smi.gz --networks gru-512x1 --threads 1 --rounds 9"
    })
final class TrainBench implements Callable<Integer> {
  @Option(
      names = "--corpus",
      paramLabel = "FILE",
      description = "Molecules to train on. Default: those of PubChem that come with Molweave.")
  private Path corpus;

  @Option(
      names = "--networks",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "gru-512x1,gru-512x3,lstm-512x1",
      description = "gru or lstm, units and layers (${DEFAULT-VALUE}).")
  private List<String> networks;

  @Option(
      names = "--threads",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2",
      description = "Threads of both (${DEFAULT-VALUE}).")
  private List<Integer> threads;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "128",
      description = "Molecules a step (${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--embedding",
      paramLabel = "N",
      defaultValue = "128",
      description = "Numbers that stand for a token (${DEFAULT-VALUE}).")
  private int embedding;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "7",
      description = "How often each takes its turn (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "5",
      description = "Steps of a turn (${DEFAULT-VALUE}).")
  private int steps;

  @Option(names = "--markdown", description = "Write the table in Markdown.")
  private boolean markdown;

  private final PrintWriter out = new PrintWriter(System.out, true, UTF_8);
  private final PrintWriter talk = new PrintWriter(System.err, true, UTF_8);

  /** Runs the command line; the exit code is the process's. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TrainBench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, CorpusException {
    List<Work> works = networks.stream().map(name -> Work.of(name, embedding)).toList();
    BatchFile batches = batches();
    Path file = Files.createTempFile("molweave-bench", ".batches");
    try {
      batches.write(file);
      List<List<String>> rows = new ArrayList<>(List.of(Match.HEADING));
      for (Work work : works) {
        for (int count : threads) {
          Match match = new Match(work, count, batches);
          match.play(file, rounds, steps, talk);
          rows.add(match.row());
        }
      }
      out.println(heading(batches));
      out.println();
      for (List<String> row : rows) {
        out.println(
            markdown ? "| " + String.join(" | ", row) + " |" : String.join("\t", row));
        if (markdown && row == Match.HEADING) {
          out.println("|---".repeat(row.size()) + "|");
        }
      }
    } finally {
      Files.deleteIfExists(file);
    }
    return 0;
  }

  private BatchFile batches() throws CorpusException {
    List<CorpusSource> sources =
        List.of(corpus == null ? CorpusSource.builtIn() : CorpusSource.file(corpus));
    Corpus molecules =
        CorpusLoader.load(sources, List.of(), CorpusSettings.defaults()).training();
    BatchSource.Epoch epoch = new BatchSource(molecules, batch, 1).epoch(0);
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < Math.min(epoch.size(), (rounds + 2) * steps); i++) {
      batches.add(epoch.batch(i));
    }
    return new BatchFile(molecules.vocabulary().size(), batches);
  }

  private String heading(BatchFile batches) {
    return String.format(
        Locale.ROOT,
        "%s cores; %d batches of up to %d molecules, %d tokens in the vocabulary, longest %d steps,"
            + " padding %.2f %%; %d rounds of %d steps",
        Runtime.getRuntime().availableProcessors(),
        batches.batches().size(),
        batches.mostRows(),
        batches.vocabulary(),
        batches.longest(),
        100 * batches.padding(),
        rounds,
        steps);
  }
}
