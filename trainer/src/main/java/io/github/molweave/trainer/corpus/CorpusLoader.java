package io.github.molweave.trainer.corpus;

import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.SmilesTokenizer;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.corpus.CorpusException.Problem;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.VocabularyChoice.OfModel;
import io.github.molweave.trainer.corpus.VocabularyChoice.Strangers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Files to {@link TrainingData}. Deterministic: the same files in the same order and the same
 * settings give the same ids. Holds the tokens of all molecules, not their text.
 */
public final class CorpusLoader {
  private final CorpusSettings settings;
  private final VocabularyChoice choice;
  private final UnknownTokens unknown = new UnknownTokens();
  private final Tally tally = new Tally();
  private final List<SourceCount> sources = new ArrayList<>();

  /** One spelling for equal tokens, so that each molecule costs a pointer a token. */
  private final Map<String, String> spellings = new HashMap<>();

  /** A molecule on its way, with the place it comes from. */
  private record Candidate(String source, long line, Part part, List<String> tokens) {
    DroppedLine dropped(DropReason reason, String what) {
      String text = Quotation.of(String.join("", tokens));
      return new DroppedLine(source, line, reason, what + " in " + text);
    }
  }

  private CorpusLoader(CorpusSettings settings, VocabularyChoice choice) {
    this.settings = settings;
    this.choice = choice;
  }

  /** As below, with a vocabulary of the corpus's own. */
  public static TrainingData load(
      List<CorpusSource> training, List<CorpusSource> validation, CorpusSettings settings)
      throws CorpusException {
    return load(training, validation, settings, VocabularyChoice.FROM_CORPUS);
  }

  /**
   * Reads {@code training}, and {@code validation} or a part of the former in its place.
   *
   * @param validation files to measure on; when empty, {@link Split} holds molecules out
   * @param choice where the ids come from
   * @throws CorpusException when a file cannot be used, a line is bad and {@link OnInvalid#FAIL} is
   *     set, or nothing is left
   */
  public static TrainingData load(
      List<CorpusSource> training,
      List<CorpusSource> validation,
      CorpusSettings settings,
      VocabularyChoice choice)
      throws CorpusException {
    return new CorpusLoader(settings, choice).load(training, validation);
  }

  private TrainingData load(List<CorpusSource> training, List<CorpusSource> validation)
      throws CorpusException {
    double fraction = validation.isEmpty() ? settings.validationFraction() : 0;
    List<Candidate> candidates = new ArrayList<>();
    for (CorpusSource source : training) {
      read(source, Part.TRAINING, new Split(fraction), candidates);
    }
    for (CorpusSource source : validation) {
      read(source, Part.VALIDATION, new Split(0), candidates);
    }
    refuseBadLines();
    if (fraction > 0) {
      holdOutAtLeastOne(candidates);
    }
    dropRare(candidates);
    Vocabulary vocabulary = vocabularyOf(candidates);
    List<int[]> learned = encode(candidates, Part.TRAINING, vocabulary);
    List<int[]> measured = encode(candidates, Part.VALIDATION, vocabulary);
    if (isLimitedToModel() && settings.onInvalid() == OnInvalid.FAIL) {
      unknown.refuse(vocabulary);
    }
    refuseNothing(learned, "training");
    if (!validation.isEmpty()) {
      refuseNothing(measured, "validation");
    }
    CorpusReport report =
        new CorpusReport(
            sources, tally.counts(), tally.examples(), learned.size(), measured.size());
    return new TrainingData(
        new Corpus(vocabulary, learned), new Corpus(vocabulary, measured), report);
  }

  private void read(CorpusSource source, Part part, Split split, List<Candidate> candidates)
      throws CorpusException {
    int[] lines = {0};
    CorpusReader.Sink sink =
        new CorpusReader.Sink() {
          @Override
          public void molecule(long line, String text) {
            lines[0]++;
            Part side = split.holdsOut(text) ? Part.VALIDATION : part;
            Candidate candidate = new Candidate(source.name(), line, side, tokensOf(text));
            consider(candidate, text, candidates);
          }

          @Override
          public void bad(long line, DropReason reason, String detail) {
            lines[0]++;
            tally.drop(new DroppedLine(source.name(), line, reason, detail));
          }
        };
    String sha256 = new CorpusReader(settings.column()).read(source, sink);
    if (lines[0] == 0) {
      throw new CorpusException(
          Problem.EMPTY, source.name() + " has no molecules in it. Give a file with one a line.");
    }
    sources.add(new SourceCount(source.name(), part, sha256, lines[0]));
  }

  private List<String> tokensOf(String text) {
    List<String> tokens = new ArrayList<>(SmilesTokenizer.split(text));
    tokens.replaceAll(token -> spellings.computeIfAbsent(token, t -> t));
    return tokens;
  }

  private void consider(Candidate candidate, String text, List<Candidate> candidates) {
    Spelling fault = Spelling.faultIn(text);
    if (fault != null) {
      tally.drop(candidate.dropped(fault.reason(), fault.detail()));
    } else if (candidate.tokens().size() > settings.maxLength()) {
      tally.drop(
          candidate.dropped(DropReason.TOO_MANY_TOKENS, candidate.tokens().size() + " tokens"));
    } else {
      candidates.add(candidate);
    }
  }

  private void refuseBadLines() throws CorpusException {
    if (settings.onInvalid() == OnInvalid.SKIP || tally.counts().isEmpty()) {
      return;
    }
    int bad = 0;
    for (Map.Entry<DropReason, Integer> entry : tally.counts().entrySet()) {
      bad += entry.getKey().kind() == DropReason.Kind.INVALID ? entry.getValue() : 0;
    }
    if (bad == 0) {
      return;
    }
    StringBuilder message = new StringBuilder();
    message.append(bad).append(bad == 1 ? " bad line:" : " bad lines, for instance:");
    for (DroppedLine example : tally.examples()) {
      if (example.reason().kind() == DropReason.Kind.INVALID) {
        message.append("\n  ").append(example);
      }
    }
    message.append("\nCorrect them, or leave them out with --on-invalid skip.");
    throw new CorpusException(Problem.BAD_LINES, message.toString());
  }

  /** A share of very few molecules may be none at all, and then nothing could be measured. */
  private static void holdOutAtLeastOne(List<Candidate> candidates) {
    boolean none = candidates.stream().noneMatch(c -> c.part() == Part.VALIDATION);
    if (none && candidates.size() > 1) {
      int first = 0;
      for (int i = 1; i < candidates.size(); i++) {
        if (place(candidates.get(i)) < place(candidates.get(first))) {
          first = i;
        }
      }
      Candidate chosen = candidates.get(first);
      candidates.set(
          first, new Candidate(chosen.source(), chosen.line(), Part.VALIDATION, chosen.tokens()));
    }
  }

  private static double place(Candidate candidate) {
    return Split.place(String.join("", candidate.tokens()));
  }

  private void dropRare(List<Candidate> candidates) {
    Map<String, Integer> counts = new HashMap<>();
    for (Candidate candidate : candidates) {
      if (candidate.part() == Part.TRAINING) {
        candidate.tokens().forEach(token -> counts.merge(token, 1, Integer::sum));
      }
    }
    candidates.removeIf(
        candidate -> {
          for (String token : candidate.tokens()) {
            int count = counts.getOrDefault(token, 0);
            if (count < settings.minCount() && candidate.part() == Part.TRAINING) {
              tally.drop(candidate.dropped(DropReason.RARE_TOKEN, "'" + token + "'"));
              return true;
            }
          }
          return false;
        });
  }

  private Vocabulary vocabularyOf(List<Candidate> candidates) {
    TreeSet<String> tokens = new TreeSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.part() == Part.TRAINING) {
        tokens.addAll(candidate.tokens());
      }
    }
    return choice.of(tokens);
  }

  private List<int[]> encode(List<Candidate> candidates, Part part, Vocabulary vocabulary) {
    List<int[]> molecules = new ArrayList<>();
    int order = 0;
    for (Candidate candidate : candidates) {
      order++;
      if (candidate.part() == part) {
        int[] ids = candidate.tokens().stream().mapToInt(vocabulary::id).toArray();
        int unseen = indexOfNone(ids);
        if (unseen < 0) {
          molecules.add(ids);
        } else {
          String token = candidate.tokens().get(unseen);
          tally.drop(candidate.dropped(reasonForUnseen(), "'" + token + "'"));
          unknown.add(
              candidate.tokens().stream().filter(t -> vocabulary.id(t) < 0).toList(),
              order,
              candidate.source() + " line " + candidate.line());
        }
      }
    }
    return molecules;
  }

  private boolean isLimitedToModel() {
    return choice instanceof OfModel model && model.strangers() == Strangers.REFUSED;
  }

  private DropReason reasonForUnseen() {
    return isLimitedToModel() ? DropReason.UNKNOWN_TO_MODEL : DropReason.UNSEEN_TOKEN;
  }

  private static int indexOfNone(int[] ids) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == Vocabulary.NONE) {
        return i;
      }
    }
    return -1;
  }

  private void refuseNothing(List<int[]> molecules, String purpose) throws CorpusException {
    if (molecules.isEmpty()) {
      StringBuilder message = new StringBuilder("no molecule is left for " + purpose + ":");
      tally.counts().forEach((r, n) -> message.append("\n  ").append(n + " dropped: " + r.words()));
      tally.examples().forEach(example -> message.append("\n  ").append(example));
      message.append("\nCheck that the file is a list of SMILES, and the limits.");
      throw new CorpusException(Problem.NOTHING_LEFT, message.toString());
    }
  }
}
