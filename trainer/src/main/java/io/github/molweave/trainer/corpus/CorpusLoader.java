package io.github.molweave.trainer.corpus;

import io.github.molweave.network.Architecture;
import io.github.molweave.selfies.Selfies;
import io.github.molweave.selfies.SelfiesVersion;
import io.github.molweave.selfies.Translation;
import io.github.molweave.tokens.Notation;
import io.github.molweave.tokens.Quotation;
import io.github.molweave.tokens.Vocabulary;
import io.github.molweave.trainer.corpus.CorpusException.Problem;
import io.github.molweave.trainer.corpus.CorpusReport.Part;
import io.github.molweave.trainer.corpus.CorpusReport.SourceCount;
import io.github.molweave.trainer.corpus.VocabularyChoice.OfModel;
import io.github.molweave.trainer.corpus.VocabularyChoice.Strangers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Files to {@link TrainingData}. Uses all processors. Deterministic: the same files in the same
 * order and the same settings give the same ids.
 *
 * <p>Memory: two million molecules of 47 tokens take 280 MB, and load with a heap of 640 MB.
 */
public final class CorpusLoader {
  private final CorpusSettings settings;
  private final VocabularyChoice choice;
  private final IntConsumer progress;
  private final UnknownTokens unknown = new UnknownTokens();
  private final Tally tally = new Tally();
  private final List<SourceCount> sources = new ArrayList<>();
  private final Map<Remark, Integer> remarks = new EnumMap<>(Remark.class);
  private final LoadedMolecules molecules = new LoadedMolecules();

  /** What one look at a line gives: a fault, or the tokens and the key of {@link Split}. */
  private record Look(DropReason reason, String detail, List<String> tokens, long key) {
    static Look fault(DropReason reason, String detail) {
      return new Look(reason, detail, List.of(), 0);
    }
  }

  private CorpusLoader(CorpusSettings settings, VocabularyChoice choice, IntConsumer progress) {
    this.settings = settings;
    this.choice = choice;
    this.progress = progress;
  }

  /** As below, with a vocabulary of the corpus's own, telling nobody how it goes. */
  public static TrainingData load(
      List<CorpusSource> training, List<CorpusSource> validation, CorpusSettings settings)
      throws CorpusException {
    return load(training, validation, settings, VocabularyChoice.FROM_CORPUS, more -> {});
  }

  /**
   * Reads {@code training}, and {@code validation} or a part of the former in its place.
   *
   * @param validation files to measure on; when empty, {@link Split} holds molecules out
   * @param choice where the ids come from
   * @param progress hears how many more lines have been read
   * @throws CorpusException when a file cannot be used, a line is bad and {@link OnInvalid#FAIL} is
   *     set, or nothing is left
   */
  public static TrainingData load(
      List<CorpusSource> training,
      List<CorpusSource> validation,
      CorpusSettings settings,
      VocabularyChoice choice,
      IntConsumer progress)
      throws CorpusException {
    return new CorpusLoader(settings, choice, progress).load(training, validation);
  }

  private TrainingData load(List<CorpusSource> training, List<CorpusSource> validation)
      throws CorpusException {
    double fraction = validation.isEmpty() ? settings.validationFraction() : 0;
    for (CorpusSource source : training) {
      read(source, Part.TRAINING, new Split(fraction));
    }
    for (CorpusSource source : validation) {
      read(source, Part.VALIDATION, new Split(0));
    }
    refuseBadLines();
    if (fraction > 0) {
      holdOutAtLeastOne();
    }
    if (!validation.isEmpty()) {
      remark(Remark.IN_BOTH, Overlap.count(molecules, settings.notation()));
    }
    int[] counts = trainingCounts();
    Vocabulary vocabulary = vocabulary(counts);
    TokenSequences learned = encode(Part.TRAINING, counts, vocabulary);
    TokenSequences measured = encode(Part.VALIDATION, counts, vocabulary);
    if (isLimitedToModel() && settings.onInvalid() == OnInvalid.FAIL) {
      unknown.refuse(vocabulary);
    }
    refuseNothing(learned, "training");
    if (!validation.isEmpty()) {
      refuseNothing(measured, "validation");
    }
    CorpusReport report =
        new CorpusReport(
            sources, tally.counts(), tally.examples(), learned.size(), measured.size(), remarks);
    Notation notation = settings.notation();
    return new TrainingData(
        new Corpus(vocabulary, notation, settings.respelling(), learned),
        new Corpus(vocabulary, notation, Respelling.NONE, measured),
        report);
  }

  private void remark(Remark remark, int count) {
    if (count > 0) {
      remarks.put(remark, count);
    }
  }

  private void read(CorpusSource source, Part part, Split split) throws CorpusException {
    CorpusException[] failure = new CorpusException[1];
    LineBlocks<Look> lines =
        new LineBlocks<>(progress) {
          @Override
          Look look(String text) {
            return CorpusLoader.this.look(text);
          }

          @Override
          void take(long line, String text, Look found) {
            if (found.reason() != null) {
              String detail = found.detail() + " in " + Quotation.of(text);
              tally.drop(new DroppedLine(source.name(), line, found.reason(), detail));
              return;
            }
            try {
              Part side = split.holdsOut(found.key()) ? Part.VALIDATION : part;
              molecules.add(line, side, found.key(), found.tokens());
            } catch (CorpusException tooMany) {
              failure[0] = tooMany;
            }
          }

          @Override
          void takeBad(long line, DropReason reason, String detail) {
            tally.drop(new DroppedLine(source.name(), line, reason, detail));
          }
        };
    molecules.begin(source.name());
    String sha256 = new CorpusReader(settings.column()).read(source, lines);
    lines.flush();
    if (failure[0] != null) {
      throw failure[0];
    }
    if (lines.lines() == 0) {
      throw new CorpusException(
          Problem.EMPTY, source.name() + " has no molecules in it. Give a file with one a line.");
    }
    sources.add(new SourceCount(source.name(), part, sha256, lines.lines(), source.provenance()));
  }

  private Look look(String text) {
    Spelling fault = Spelling.faultIn(text);
    if (fault != null) {
      return Look.fault(fault.reason(), fault.detail());
    }
    String learned = text;
    if (settings.notation() == Notation.SELFIES) {
      Translation translation = Selfies.encode(text, SelfiesVersion.TWO);
      if (translation instanceof Translation.Refused refused) {
        return Look.fault(DropReason.NOT_SELFIES, refused.message());
      }
      learned = ((Translation.Translated) translation).text();
    }
    List<String> tokens = settings.notation().split(learned);
    if (tokens.size() > settings.maxLength()) {
      return Look.fault(DropReason.TOO_MANY_TOKENS, tokens.size() + " tokens");
    }
    return new Look(null, null, tokens, Split.key(text));
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
  private void holdOutAtLeastOne() {
    int first = 0;
    for (int i = 0; i < molecules.size(); i++) {
      if (molecules.isValidation(i)) {
        return;
      }
      if (Split.place(molecules.key(i)) < Split.place(molecules.key(first))) {
        first = i;
      }
    }
    if (molecules.size() > 1) {
      molecules.moveToValidation(first);
    }
  }

  /** How often each token occurs in the molecules to learn from. */
  private int[] trainingCounts() {
    int[] counts = new int[molecules.tokenCount()];
    for (int i = 0; i < molecules.size(); i++) {
      if (!molecules.isValidation(i)) {
        for (int number : molecules.numbers(i)) {
          counts[number]++;
        }
      }
    }
    return counts;
  }

  private boolean isRare(int[] counts, int number) {
    return counts[number] < settings.minCount();
  }

  private Vocabulary vocabulary(int[] counts) throws CorpusException {
    TreeSet<String> tokens = new TreeSet<>();
    RespellingTokens more = new RespellingTokens(settings);
    for (int i = 0; i < molecules.size(); i++) {
      int[] numbers = molecules.numbers(i);
      if (!molecules.isValidation(i) && indexOfRare(numbers, counts) < 0) {
        for (int number : numbers) {
          tokens.add(molecules.token(number));
        }
        more.molecule(molecules, i);
      }
    }
    more.addTo(tokens);
    remark(Remark.NOT_RESPELLED, more.notRespelled());
    Vocabulary vocabulary = choice.of(tokens);
    if (vocabulary.size() > Architecture.MAX_VOCABULARY) {
      throw new CorpusException(
          Problem.VOCABULARY,
          "the molecules need "
              + vocabulary.size()
              + " different tokens; a model knows at most "
              + Architecture.MAX_VOCABULARY
              + ". Leave out molecules with rare ones by --min-count.");
    }
    return vocabulary;
  }

  private int indexOfRare(int[] numbers, int[] counts) {
    for (int i = 0; i < numbers.length; i++) {
      if (isRare(counts, numbers[i])) {
        return i;
      }
    }
    return -1;
  }

  private TokenSequences encode(Part part, int[] counts, Vocabulary vocabulary) {
    int[] ids = new int[molecules.tokenCount()];
    for (int number = 0; number < ids.length; number++) {
      ids[number] = vocabulary.id(molecules.token(number));
    }
    TokenSequences encoded = new TokenSequences();
    for (int i = 0; i < molecules.size(); i++) {
      if (molecules.isValidation(i) == (part == Part.VALIDATION)) {
        encode(i, part, counts, ids, encoded);
      }
    }
    return encoded;
  }

  private void encode(int index, Part part, int[] counts, int[] ids, TokenSequences encoded) {
    int[] sequence = molecules.numbers(index);
    int rare = part == Part.TRAINING ? indexOfRare(sequence, counts) : -1;
    if (rare >= 0) {
      drop(index, DropReason.RARE_TOKEN, sequence[rare]);
      return;
    }
    for (int at = 0; at < sequence.length; at++) {
      int number = sequence[at];
      sequence[at] = ids[number];
      if (sequence[at] == Vocabulary.NONE) {
        boolean model = isLimitedToModel();
        drop(index, model ? DropReason.UNKNOWN_TO_MODEL : DropReason.UNSEEN_TOKEN, number);
        unknown.add(strangers(index, ids), index + 1, molecules.place(index));
        return;
      }
    }
    encoded.add(sequence);
  }

  private List<String> strangers(int index, int[] ids) {
    List<String> strangers = new ArrayList<>();
    for (int number : molecules.numbers(index)) {
      if (ids[number] == Vocabulary.NONE) {
        strangers.add(molecules.token(number));
      }
    }
    return strangers;
  }

  private boolean isLimitedToModel() {
    return choice instanceof OfModel model && model.strangers() == Strangers.REFUSED;
  }

  private void drop(int index, DropReason reason, int number) {
    tally.drop(molecules.dropped(index, reason, Quotation.of(molecules.token(number))));
  }

  private void refuseNothing(List<int[]> kept, String purpose) throws CorpusException {
    if (kept.isEmpty()) {
      StringBuilder message = new StringBuilder("no molecule is left for " + purpose + ":");
      tally.counts().forEach((r, n) -> message.append("\n  ").append(n + " dropped: " + r.words()));
      tally.examples().forEach(example -> message.append("\n  ").append(example));
      message.append("\nCheck that the file is a list of SMILES, and the limits.");
      throw new CorpusException(Problem.NOTHING_LEFT, message.toString());
    }
  }
}
