package io.github.molweave.trainer.card;

import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a card says of the files that a model was made from. */
public final class CorpusWords {
  /** For what only the author can know. */
  public static final String NOT_STATED = "not stated by whoever trained it";

  private CorpusWords() {}

  /** The files by name, with lines and SHA-256; of public sets also where they come from. */
  public static String sources(CorpusReport report) {
    return report.sources().stream().map(CorpusWords::source).collect(Collectors.joining("; "));
  }

  private static String source(SourceCount source) {
    String file =
        source.name()
            + (source.part() == Part.TRAINING ? "" : " (validation)")
            + ", "
            + source.read()
            + " lines, SHA-256 "
            + source.sha256();
    return source
        .provenance()
        .map(
            from ->
                from.set()
                    + ": "
                    + file
                    + ", from "
                    + from.address()
                    + " by its "
                    + from.checksum())
        .orElse(file);
  }

  /** The terms of the public sets, and that those of other files are not stated. */
  public static String terms(CorpusReport report) {
    if (report.sources().stream().noneMatch(source -> source.provenance().isPresent())) {
      return NOT_STATED;
    }
    Set<String> terms = new LinkedHashSet<>();
    for (SourceCount source : report.sources()) {
      terms.add(
          source
              .provenance()
              .map(from -> from.set() + ": " + from.terms())
              .orElse(source.name() + ": " + NOT_STATED + "."));
    }
    return String.join("\n", terms);
  }
}
