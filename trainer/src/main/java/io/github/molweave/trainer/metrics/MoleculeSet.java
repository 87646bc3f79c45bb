package io.github.molweave.trainer.metrics;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.smiles.Smiles;
import io.github.molweave.trainer.fragments.FragmentKeys;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A set of molecules and what is known of each, in the order in which they came, twice what came
 * twice.
 */
public final class MoleculeSet {
  private final int given;
  private final int valid;
  private final List<MoleculeFacts> molecules;

  private MoleculeSet(int given, int valid, List<MoleculeFacts> molecules) {
    this.given = given;
    this.valid = valid;
    this.molecules = molecules;
  }

  /**
   * Reads {@code texts}; what is no molecule is counted and left out.
   *
   * @param done told how many are done, from any thread
   */
  public static MoleculeSet of(
      List<String> texts, FragmentKeys keys, Workers workers, IntConsumer done) {
    MoleculeFacts[] facts = new MoleculeFacts[texts.size()];
    workers.forEach(
        facts.length,
        i -> {
          if (MoleculeReader.read(texts.get(i), ReadRule.STRICT)
              instanceof Reading.Understood understood) {
            facts[i] = MoleculeFacts.of(understood.molecule(), keys);
          }
          done.accept(1);
        });
    int unread = 0;
    for (int i = 0; i < facts.length; i++) {
      unread += facts[i] == null && Smiles.isValid(texts.get(i)) ? 1 : 0;
    }
    List<MoleculeFacts> read = Arrays.stream(facts).filter(Objects::nonNull).toList();
    return new MoleculeSet(facts.length, read.size() + unread, read);
  }

  /** The keys of {@code texts} alone, for finding molecules again. */
  public static Set<String> keysOf(List<String> texts, Workers workers, IntConsumer done) {
    String[] keys = new String[texts.size()];
    workers.forEach(
        keys.length,
        i -> {
          if (MoleculeReader.read(texts.get(i), ReadRule.STRICT)
              instanceof Reading.Understood understood) {
            keys[i] = CanonicalForm.idcodeOf(understood.molecule());
          }
          done.accept(1);
        });
    Set<String> found = new HashSet<>(Arrays.asList(keys));
    found.remove(null);
    return found;
  }

  /** How many texts were given. */
  public int given() {
    return given;
  }

  /** How many of them are valid ({@link Smiles#isValid}). */
  public int valid() {
    return valid;
  }

  /** How many molecules are here: the valid ones but for the few that OpenChemLib cannot read. */
  public int size() {
    return molecules.size();
  }

  /** The keys of its molecules, each once. */
  public Set<String> keys() {
    Set<String> keys = new HashSet<>();
    molecules.forEach(molecule -> keys.add(molecule.key()));
    return keys;
  }

  /** How many different molecules are among the first {@code count}. */
  int distinctAmongFirst(int count) {
    return (int) molecules.stream().limit(count).map(MoleculeFacts::key).distinct().count();
  }

  /** The molecules with these numbers. */
  MoleculeSet select(int[] numbers) {
    return new MoleculeSet(
        numbers.length, numbers.length, Arrays.stream(numbers).mapToObj(molecules::get).toList());
  }

  /** Each molecule once, the first of equals. */
  MoleculeSet distinct() {
    Set<String> seen = new HashSet<>();
    return select(
        IntStream.range(0, size()).filter(i -> seen.add(molecules.get(i).key())).toArray());
  }

  List<MoleculeFacts> molecules() {
    return molecules;
  }

  /** One descriptor of all. */
  double[] values(Descriptor descriptor) {
    return molecules.stream().mapToDouble(m -> m.descriptors()[descriptor.place()]).toArray();
  }
}
