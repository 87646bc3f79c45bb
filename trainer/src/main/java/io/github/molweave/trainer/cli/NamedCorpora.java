package io.github.molweave.trainer.cli;

import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.corpus.Provenance;
import io.github.molweave.trainer.publicsets.PublicSet;
import io.github.molweave.trainer.publicsets.SetException;
import io.github.molweave.trainer.publicsets.SetFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Where a command's corpora come from: files, or public sets by their names. */
final class NamedCorpora {
  /** For {@code --help}. */
  static final String HELP =
      "Instead of a file the name of a public set: zinc250k, moses, moses-test, guacamol,"
          + " guacamol-valid, guacamol-test. It is fetched once, checked, and kept in"
          + " ~/.cache/molweave/sets; without a network the message says how to get it by hand.";

  private static final double MEGABYTE = 1e6;

  private final Terminal terminal;

  private final Function<String, PublicSet> sets;

  NamedCorpora(Terminal terminal) {
    this(terminal, PublicSet::ofId);
  }

  /**
   * @param sets the set of a name, or null
   */
  NamedCorpora(Terminal terminal, Function<String, PublicSet> sets) {
    this.terminal = terminal;
    this.sets = sets;
  }

  /** A source for each of {@code names}; sets that are not there are fetched. */
  List<CorpusSource> sources(List<Path> names) throws SetException {
    List<CorpusSource> sources = new ArrayList<>();
    for (Path name : names) {
      PublicSet set = sets.apply(name.toString());
      sources.add(
          set == null
              ? CorpusSource.file(name)
              : CorpusSource.file(file(set))
                  .from(
                      new Provenance(
                          set.id(), set.address(), set.checksum().toString(), set.terms())));
    }
    return sources;
  }

  private Path file(PublicSet set) throws SetException {
    SetFolder folder = SetFolder.ofUser(terminal.environment());
    terminal.err().println(set.id() + ": " + set.terms());
    boolean there = folder.has(set);
    if (!there) {
      terminal.err().println("Fetching " + set.id() + " from " + set.address());
    }
    long[] come = {0};
    Path file = folder.file(set, bytes -> tell(come, bytes));
    if (!there) {
      if (terminal.style() == Terminal.Style.SCREEN) {
        terminal.err().print(ProgressLine.REWRITE);
      }
      terminal.err().println("It is kept as " + file);
    }
    return file;
  }

  private void tell(long[] come, long bytes) {
    boolean screen = terminal.style() == Terminal.Style.SCREEN;
    long before = (long) (come[0] / MEGABYTE);
    come[0] += bytes;
    long after = (long) (come[0] / MEGABYTE);
    if (screen && after > before) {
      terminal.err().print(ProgressLine.REWRITE + String.format(Locale.ROOT, "%d MB", after));
      terminal.err().flush();
    }
  }
}
