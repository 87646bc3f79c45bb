package io.github.molweave.browser;

import io.github.molweave.chemistry.Molecule;
import io.github.molweave.similarity.DistinctMolecules;
import io.github.molweave.similarity.DistinctMolecules.Nearest;
import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/**
 * The collections of molecules that a page holds, by number: what {@link ChemistryDoor} answers.
 */
final class CollectionDoor {
  private static final Map<Integer, DistinctMolecules> COLLECTIONS = new HashMap<>();

  private CollectionDoor() {}

  static JSObject add(int collection, Molecule molecule) {
    DistinctMolecules molecules =
        COLLECTIONS.computeIfAbsent(collection, fresh -> new DistinctMolecules());
    int size = molecules.size();
    int number = molecules.add(molecule);
    return added(number, number == size);
  }

  static JSObject nearest(int collection, int number) {
    DistinctMolecules molecules = COLLECTIONS.get(collection);
    boolean known = molecules != null && number < molecules.size();
    Nearest nearest = known ? molecules.nearest(number) : null;
    return nearest == null ? nobody() : found(nearest.number(), nearest.similarity());
  }

  static void forget(int collection) {
    COLLECTIONS.remove(collection);
  }

  @JSBody(
      params = {"number", "fresh"},
      script = "return {number: number, fresh: fresh};")
  private static native JSObject added(int number, boolean fresh);

  @JSBody(
      params = {"number", "similarity"},
      script = "return {nearest: {number: number, similarity: similarity}};")
  private static native JSObject found(int number, double similarity);

  @JSBody(script = "return {nearest: null};")
  private static native JSObject nobody();
}
