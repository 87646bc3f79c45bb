package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.trainer.corpus.CorpusException.Problem;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;

/**
 * Files of molecules to one list without bad lines, unwanted molecules and repetitions. What is
 * kept keeps its order; of equal molecules the first is kept. The result does not depend on the
 * number of threads: {@code CorpusCleanerTest}.
 *
 * <p>Memory: what is kept is handed on at once; of each molecule 256 bits stay, to know it again.
 */
public final class CorpusCleaner implements AutoCloseable {
  private final CorpusReader reader;
  private final CleaningSettings settings;
  private final Output output;
  private final ForkJoinPool pool;
  private final IntConsumer progress;
  private final Tally tally = new Tally();
  private final List<SourceCount> sources = new ArrayList<>();
  private final Map<Remark, Integer> remarks = new EnumMap<>(Remark.class);
  private final MoleculeKeys texts = new MoleculeKeys();
  private final MoleculeKeys molecules = new MoleculeKeys();
  private int kept;

  /** Takes what is kept. */
  @FunctionalInterface
  public interface Output {
    /** One molecule, in the order of reading. */
    void accept(String smiles) throws IOException;
  }

  /** A failure of the output, on its way through the reading of the input. */
  private static final class OutputFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputFailure(IOException cause) {
      super(cause);
    }
  }

  /**
   * @param column the column of molecules in tables, or null for one called {@code smiles}
   * @param threads 1..32767, to look at molecules
   * @param output gets what is kept
   * @param progress hears how many more lines have been read
   */
  public CorpusCleaner(
      String column, CleaningSettings settings, int threads, Output output, IntConsumer progress) {
    this.pool = new ForkJoinPool(threads);
    this.reader = new CorpusReader(column);
    this.settings = settings;
    this.output = output;
    this.progress = progress;
  }

  /**
   * Reads one more source.
   *
   * @throws IOException when the output cannot be written
   */
  public void read(CorpusSource source) throws CorpusException, IOException {
    LineBlocks<CleanedLine> lines =
        new LineBlocks<>(pool, progress) {
          @Override
          CleanedLine look(String text) {
            return CleanedLine.of(text, settings);
          }

          @Override
          void take(long line, String text, CleanedLine found) {
            if (found instanceof CleanedLine.Dropped dropped) {
              takeBad(line, dropped.reason(), dropped.detail());
            } else if (found instanceof CleanedLine.Clean clean) {
              DropReason repeated = repetition(clean);
              if (repeated == null) {
                keep(clean);
              } else {
                takeBad(line, repeated, Quotation.of(text));
              }
            }
          }

          @Override
          void takeBad(long line, DropReason reason, String detail) {
            tally.drop(new DroppedLine(source.name(), line, reason, detail));
          }
        };
    try {
      String sha256 = reader.read(source, lines);
      lines.flush();
      if (lines.lines() == 0) {
        throw new CorpusException(
            Problem.EMPTY, source.name() + " has no molecules in it. Give a file with one a line.");
      }
      sources.add(
          new SourceCount(
              source.name(), Part.TRAINING, sha256, lines.lines(), source.provenance()));
    } catch (OutputFailure failure) {
      throw (IOException) failure.getCause();
    }
  }

  /**
   * What became of every line.
   *
   * @throws CorpusException when nothing was kept
   */
  public CorpusReport finish() throws CorpusException {
    CorpusReport report =
        new CorpusReport(sources, tally.counts(), tally.examples(), kept, 0, remarks);
    if (kept == 0) {
      throw new CorpusException(
          Problem.NOTHING_LEFT, "no molecule is left:\n" + report.table().stripTrailing());
    }
    return report;
  }

  /** Ends its threads. */
  @Override
  public void close() {
    pool.shutdown();
  }

  private DropReason repetition(CleanedLine.Clean clean) {
    if (!texts.add(clean.text())) {
      return DropReason.REPEATED_TEXT;
    }
    return molecules.add(clean.molecule()) ? null : DropReason.REPEATED_MOLECULE;
  }

  private void keep(CleanedLine.Clean clean) {
    try {
      output.accept(clean.smiles());
    } catch (IOException failure) {
      throw new OutputFailure(failure);
    }
    kept++;
    clean.remarks().forEach(remark -> remarks.merge(remark, 1, Integer::sum));
  }
}
