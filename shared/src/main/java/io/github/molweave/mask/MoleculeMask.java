package io.github.molweave.mask;

import io.github.molweave.smiles.GrowingMolecule;
import java.util.Arrays;

/**
 * What may come next in one molecule so that it can still become a valid one within a length. At
 * any time at least one token, or END, is allowed; whoever appends allowed tokens only, in whatever
 * way they are chosen, ends with a molecule that {@code Smiles.check} finds valid.
 *
 * <p>How: beside the tokens it carries a witness, tokens that complete the molecule. A token is
 * allowed when the validator accepts a completion that begins with it: the witness's own, the
 * witness repaired, or one that {@link CompletionSearch} finds. A token whose completion is not
 * found is refused, so that some valid molecules are out of reach ({@code docs/decisions}).
 *
 * <p>Determinism: an answer depends on the vocabulary, the length and the tokens appended, not on
 * what else was asked. Not for several threads at once.
 */
public final class MoleculeMask {
  private static final byte UNKNOWN = 0;
  private static final byte ALLOWED = 1;
  private static final byte REFUSED = 2;

  private final MaskVocabulary vocabulary;
  private final int maxLength;
  private final GrowingMolecule molecule = new GrowingMolecule();
  private final CompletionSearch search;
  private final AromaticHope hope = new AromaticHope(molecule);
  private final byte[] answers;
  private int[] ids = new int[64];
  private int length;

  /** Completes the tokens appended; the part from {@code witnessStart} on is still to come. */
  private int[] witness = new int[64];

  private int witnessStart;
  private int witnessEnd;

  /** The id for which the search holds a completion, or NONE. */
  private int foundFor = MaskVocabulary.NONE;

  /**
   * A mask for a molecule without tokens.
   *
   * @param maxLength the most tokens of a molecule, END not counted, 1 or more
   * @throws IllegalArgumentException when the vocabulary can spell no molecule of that length, or
   *     the length is less than 1
   */
  public MoleculeMask(MaskVocabulary vocabulary, int maxLength) {
    if (maxLength < 1) {
      throw new IllegalArgumentException("maximum length must be 1 or more, not " + maxLength);
    }
    this.vocabulary = vocabulary;
    this.maxLength = maxLength;
    search = new CompletionSearch(vocabulary, molecule);
    answers = new byte[vocabulary.size()];
    int first = firstToken();
    if (first == MaskVocabulary.NONE) {
      throw new IllegalArgumentException(
          "the tokens of this vocabulary spell no molecule of at most " + maxLength + " tokens");
    }
    adopt(first);
  }

  private MoleculeMask(MoleculeMask original) {
    vocabulary = original.vocabulary;
    maxLength = original.maxLength;
    search = new CompletionSearch(vocabulary, molecule);
    answers = original.answers.clone();
    for (int at = 0; at < original.length; at++) {
      molecule.append(vocabulary.token(original.ids[at]));
      note(original.ids[at]);
    }
    for (int at = original.witnessStart; at < original.witnessEnd; at++) {
      addToWitness(original.witness[at]);
    }
  }

  private int firstToken() {
    for (int id = 0; id < vocabulary.size(); id++) {
      if (vocabulary.token(id) != null && isCompleted(id)) {
        return id;
      }
    }
    return MaskVocabulary.NONE;
  }

  /** Makes the completion found for {@code first} the witness, {@code first} included. */
  private void adopt(int first) {
    witnessStart = 0;
    witnessEnd = 0;
    addToWitness(first);
    for (int at = 0; at < search.length(); at++) {
      addToWitness(search.token(at));
    }
  }

  private void addToWitness(int id) {
    if (witnessEnd == witness.length) {
      witness = Arrays.copyOf(witness, 2 * witnessEnd);
    }
    witness[witnessEnd++] = id;
  }

  /**
   * Whether token {@code id} may come next; for END, whether the molecule may end here. Never
   * changes what later calls answer.
   *
   * @return false for START, the mask token and whatever is no token of SMILES
   * @throws IllegalArgumentException when there is no such token
   */
  public boolean allows(int id) {
    if (id < 0 || id >= answers.length) {
      throw new IllegalArgumentException(
          "token id " + id + " is not in 0.." + (answers.length - 1));
    }
    if (answers[id] == UNKNOWN) {
      answers[id] = isAllowed(id) ? ALLOWED : REFUSED;
    }
    return answers[id] == ALLOWED;
  }

  private boolean isAllowed(int id) {
    if (id == vocabulary.vocabulary.end()) {
      return molecule.finish() == null;
    }
    if (vocabulary.token(id) == null || length >= maxLength) {
      return false;
    }
    return isNextOfWitness(id) || isCompleted(id);
  }

  private boolean isNextOfWitness(int id) {
    return witnessStart < witnessEnd && witness[witnessStart] == id;
  }

  /** Searches for a completion of the tokens and {@code id}; what is found stays in the search. */
  private boolean isCompleted(int id) {
    int mark = molecule.mark();
    boolean hopeful = !hope.mayEndWith(vocabulary.token(id));
    if (molecule.append(vocabulary.token(id)) != null) {
      return false;
    }
    foundFor = MaskVocabulary.NONE;
    int room = maxLength - length - 1;
    boolean found =
        (hopeful || molecule.mayStillFinish())
            && (isRepaired(0, room) || isRepaired(1, room) || search.complete(room));
    molecule.backTo(mark);
    if (found) {
      foundFor = id;
    }
    return found;
  }

  /** Whether the witness without its first {@code skipped} tokens completes the molecule. */
  private boolean isRepaired(int skipped, int room) {
    if (witnessStart + skipped > witnessEnd) {
      return false;
    }
    search.begin(room);
    boolean follows = true;
    for (int at = witnessStart + skipped; at < witnessEnd && follows; at++) {
      follows = search.follow(witness[at]);
    }
    boolean valid = follows && molecule.finish() == null;
    int tokens = search.length();
    molecule.backTo(molecule.mark() - tokens);
    return valid;
  }

  /**
   * Appends a token.
   *
   * @throws IllegalArgumentException when it is not allowed; nothing has changed then
   */
  public void append(int id) {
    if (id == vocabulary.vocabulary.end() || !allows(id)) {
      throw new IllegalArgumentException(
          "token "
              + (length + 1)
              + ": no molecule of at most "
              + maxLength
              + " tokens begins with "
              + text(id));
    }
    if (isNextOfWitness(id)) {
      witnessStart++;
    } else {
      if (foundFor != id && !isCompleted(id)) {
        throw new IllegalStateException("a completion found before is not found again");
      }
      adopt(id);
      witnessStart = 1;
    }
    molecule.append(vocabulary.token(id));
    note(id);
    Arrays.fill(answers, UNKNOWN);
    foundFor = MaskVocabulary.NONE;
  }

  private void note(int id) {
    if (length == ids.length) {
      ids = Arrays.copyOf(ids, 2 * length);
    }
    ids[length++] = id;
  }

  private String text(int last) {
    StringBuilder text = new StringBuilder("'");
    for (int at = 0; at < length; at++) {
      text.append(vocabulary.vocabulary.token(ids[at]));
    }
    return text.append(vocabulary.vocabulary.token(last)).append('\'').toString();
  }

  /** A mask that goes on from here on its own. */
  public MoleculeMask copy() {
    return new MoleculeMask(this);
  }
}
