package io.github.molweave.trainer.novelty;

import io.github.molweave.chemistry.Constitution;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.novelty.NoveltyFilter;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Molecules to a {@link NoveltyFilter}. Uses all processors; equal molecules give an equal filter,
 * whatever their order.
 */
public final class FilterBuilding {
  private FilterBuilding() {}

  /**
   * The filter of {@code molecules}; those that are not valid or cannot be read are counted in it.
   *
   * @param modelId of the model that was trained on them, or empty
   * @throws IllegalArgumentException when there is none that can be read
   */
  public static NoveltyFilter of(List<String> molecules, String modelId) {
    List<String> keys = molecules.parallelStream().map(FilterBuilding::key).toList();
    Set<String> different = new HashSet<>(keys);
    different.remove("");
    int unreadable = Collections.frequency(keys, "");
    return NoveltyFilter.of(different, unreadable, modelId);
  }

  /** Empty for what is no molecule. */
  private static String key(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    return reading instanceof Reading.Understood understood
        ? Constitution.key(understood.molecule())
        : "";
  }
}
