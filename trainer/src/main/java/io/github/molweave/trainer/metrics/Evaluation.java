package io.github.molweave.trainer.metrics;

import io.github.molweave.trainer.fragments.FragmentKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;

/**
 * A judged set beside its floor: as many real training molecules, drawn at random and held out of
 * the reference, judged in the same way. What the floor reaches is all that a perfect model could.
 *
 * @param judged the row of the judged set
 * @param floor the row of the training molecules
 * @param training how many training molecules could be read
 * @param reference how many molecules the reference has
 * @param overlap how many different molecules of the test set are in the training set too; 0 when
 *     the reference is a part of the training set
 */
public record Evaluation(Row judged, Row floor, int training, int reference, int overlap) {
  /** Fewer have no spread to compare. */
  private static final int FEWEST = 2;

  /** Something has too few molecules. */
  public static final class TooFewException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Part part;

    TooFewException(Part part, int molecules) {
      super(molecules + " different " + (molecules == 1 ? "molecule" : "molecules"));
      this.part = part;
    }

    /** Which set is too small. */
    public Part part() {
      return part;
    }
  }

  /** The sets of an evaluation. */
  public enum Part {
    /** What is judged. */
    JUDGED,
    /**
     * The training molecules, of which the floor, and without a test set the reference, is made.
     */
    TRAINING,
    /** The test molecules. */
    TEST
  }

  /**
   * Judges {@code texts}.
   *
   * @param training the training molecules as written
   * @param test the reference, or null for the training molecules that are not the floor
   * @param progress given some work and how many molecules it is about, tells where to report them
   * @throws TooFewException when a set has fewer than two different molecules, or a training set
   *     that is the reference too fewer than four
   */
  public static Evaluation of(
      List<String> texts,
      List<String> training,
      List<String> test,
      long seed,
      Workers workers,
      BiFunction<String, Integer, IntConsumer> progress)
      throws TooFewException {
    FragmentKeys keys = new FragmentKeys();
    MoleculeSet judged = read("generated molecules read", texts, keys, workers, progress);
    require(Part.JUDGED, judged);
    int most = test == null ? training.size() / 2 : training.size();
    int size = Math.min(judged.size(), most);
    List<String> held = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    int[] order = Comparison.shuffled(training.size(), seed);
    for (int i = 0; i < order.length; i++) {
      (i < size ? held : rest).add(training.get(order[i]));
    }
    MoleculeSet floor = read("training molecules held out", held, keys, workers, progress);
    require(Part.TRAINING, floor);
    Set<String> restKeys;
    MoleculeSet reference;
    int read;
    if (test == null) {
      reference = read("training molecules read", rest, keys, workers, progress);
      require(Part.TRAINING, reference);
      restKeys = reference.keys();
      read = reference.size();
    } else {
      IntConsumer done = progress.apply("training molecules read", rest.size());
      restKeys = MoleculeSet.keysOf(rest, workers, done);
      read = restKeys.size();
      reference = read("test molecules read", test, keys, workers, progress);
      require(Part.TEST, reference);
    }
    Set<String> all = new HashSet<>(restKeys);
    all.addAll(floor.keys());
    int overlap = test == null ? 0 : (int) reference.keys().stream().filter(all::contains).count();
    Comparison comparison = new Comparison(reference, seed, workers);
    IntConsumer done = progress.apply("molecules compared", judged.size() + floor.size());
    return new Evaluation(
        comparison.judge(judged, all, done),
        comparison.judge(floor, restKeys, done),
        read + floor.size(),
        reference.size(),
        overlap);
  }

  private static MoleculeSet read(
      String what,
      List<String> texts,
      FragmentKeys keys,
      Workers workers,
      BiFunction<String, Integer, IntConsumer> progress) {
    return MoleculeSet.of(texts, keys, workers, progress.apply(what, texts.size()));
  }

  private static void require(Part part, MoleculeSet set) throws TooFewException {
    int different = set.keys().size();
    if (different < FEWEST) {
      throw new TooFewException(part, different);
    }
  }
}
