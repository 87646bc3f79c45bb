package io.github.molweave.browser;

import io.github.molweave.chemistry.Molecule;
import io.github.molweave.novelty.NoveltyFile;
import io.github.molweave.novelty.NoveltyFileException;
import io.github.molweave.novelty.NoveltyFilter;
import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** The novelty filters that a page has opened, by number: what {@link ChemistryDoor} answers. */
final class FilterDoor {
  private static final Map<Integer, NoveltyFilter> FILTERS = new HashMap<>();

  private FilterDoor() {}

  static JSObject open(int number, byte[] file) {
    try {
      NoveltyFilter filter = NoveltyFile.read(file);
      FILTERS.put(number, filter);
      return opened(filter.modelId(), filter.keys(), filter.unreadable(), filter.falseAlarmRate());
    } catch (NoveltyFileException fault) {
      return Answers.error(fault.problem().id(), fault.getMessage());
    }
  }

  static JSObject ask(int number, Molecule molecule) {
    NoveltyFilter filter = FILTERS.get(number);
    return verdict(filter.ask(molecule).id(), filter.falseAlarmRate());
  }

  static void close(int number) {
    FILTERS.remove(number);
  }

  @JSBody(
      params = {"modelId", "molecules", "unreadable", "falseAlarmRate"},
      script =
          "return {modelId: modelId, molecules: molecules, unreadable: unreadable,"
              + " falseAlarmRate: falseAlarmRate};")
  private static native JSObject opened(
      String modelId, int molecules, int unreadable, double falseAlarmRate);

  @JSBody(
      params = {"verdict", "rate"},
      script = "return {verdict: verdict, rate: rate};")
  private static native JSObject verdict(String verdict, double rate);
}
