package io.github.molweave.trainer.corpus;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.SmilesTokenizer;
import io.github.molweave.trainer.corpus.CorpusException.Problem;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files of molecules to one list without bad lines, unwanted molecules and repetitions. What is
 * kept keeps its spelling and its order; of equal molecules the first is kept. The canonical form
 * serves only to find them.
 */
public final class CorpusCleaner {
  private final CorpusReader reader;
  private final CleaningSettings settings;
  private final Tally tally = new Tally();
  private final List<SourceCount> sources = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final Set<String> texts = new HashSet<>();
  private final Set<String> molecules = new HashSet<>();

  /**
   * @param column the column of molecules in tables, or null for one called {@code smiles}
   */
  public CorpusCleaner(String column, CleaningSettings settings) {
    this.reader = new CorpusReader(column);
    this.settings = settings;
  }

  /** Reads one more source. */
  public void read(CorpusSource source) throws CorpusException {
    int[] lines = {0};
    String sha256 =
        reader.read(
            source,
            new CorpusReader.Sink() {
              @Override
              public void molecule(long line, String text) {
                lines[0]++;
                consider(source.name(), line, text);
              }

              @Override
              public void bad(long line, DropReason reason, String detail) {
                lines[0]++;
                tally.drop(new DroppedLine(source.name(), line, reason, detail));
              }
            });
    sources.add(new SourceCount(source.name(), Part.TRAINING, sha256, lines[0]));
  }

  /**
   * What is kept, in the order of reading.
   *
   * @throws CorpusException when it is nothing
   */
  public List<String> molecules() throws CorpusException {
    if (kept.isEmpty()) {
      throw new CorpusException(
          Problem.NOTHING_LEFT, "no molecule is left:\n" + report().table().stripTrailing());
    }
    return List.copyOf(kept);
  }

  /** What became of every line so far. */
  public CorpusReport report() {
    return new CorpusReport(sources, tally.counts(), tally.examples(), kept.size(), 0);
  }

  private void consider(String source, long line, String text) {
    List<String> tokens = SmilesTokenizer.split(text);
    Spelling fault = Spelling.faultIn(text);
    if (fault != null) {
      drop(source, line, fault.reason(), fault.detail(), text);
    } else if (tokens.size() < settings.minLength()) {
      drop(source, line, DropReason.TOO_FEW_TOKENS, tokens.size() + " tokens", text);
    } else if (tokens.size() > settings.maxLength()) {
      drop(source, line, DropReason.TOO_MANY_TOKENS, tokens.size() + " tokens", text);
    } else if (settings.fragments() == CleaningSettings.Fragments.ONE && tokens.contains(".")) {
      drop(source, line, DropReason.SEVERAL_FRAGMENTS, "'.'", text);
    } else if (unwanted(tokens) != null) {
      drop(source, line, DropReason.UNWANTED_ELEMENT, unwanted(tokens), text);
    } else if (!texts.add(text)) {
      drop(source, line, DropReason.REPEATED_TEXT, "repeated", text);
    } else {
      keepNewMolecule(source, line, text);
    }
  }

  private void keepNewMolecule(String source, long line, String text) {
    Reading reading = MoleculeReader.read(text, ReadRule.LENIENT);
    if (reading instanceof Reading.Understood understood) {
      if (molecules.add(CanonicalForm.of(understood.molecule()).idcode())) {
        kept.add(text);
      } else {
        drop(source, line, DropReason.REPEATED_MOLECULE, "repeated", text);
      }
    } else if (reading instanceof Reading.Rejected rejected) {
      drop(source, line, DropReason.NOT_UNDERSTOOD, rejected.reason(), text);
    }
  }

  private String unwanted(List<String> tokens) {
    for (String token : tokens) {
      if (!settings.allows(token)) {
        return Quotation.of(token);
      }
    }
    return null;
  }

  private void drop(String source, long line, DropReason reason, String what, String text) {
    tally.drop(new DroppedLine(source, line, reason, what + " in " + Quotation.of(text)));
  }
}
