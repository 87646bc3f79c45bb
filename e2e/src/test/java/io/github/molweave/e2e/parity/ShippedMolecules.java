package io.github.molweave.e2e.parity;

import io.github.molweave.e2e.site.ShippedModel;
import io.github.molweave.sampling.ValidityMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Molecules of the model that the page ships: as many as the system property {@code
 * parity.molecules} says (1,000), spread over three temperatures and three seeds, each under
 * another validity mode.
 */
final class ShippedMolecules {
  private static final int COUNT = Integer.getInteger("parity.molecules", 1000);
  private static final Map<ValidityMode, Double> SEEDS =
      Map.of(
          ValidityMode.OFF, 1.0,
          ValidityMode.REJECT, 4294967296.0,
          ValidityMode.MASK, 9007199254740991.0);
  private static final double[] TEMPERATURES = {0.6, 1, 1.3};

  private ShippedMolecules() {}

  /** What is drawn. */
  static List<Draw> draws() {
    int draws = SEEDS.size() * TEMPERATURES.length;
    List<Draw> all = new ArrayList<>();
    for (ValidityMode mode : ValidityMode.values()) {
      for (double temperature : TEMPERATURES) {
        all.add(Draw.of(SEEDS.get(mode), temperature, (COUNT + draws - 1) / draws).with(mode));
      }
    }
    return all;
  }

  /** What the JVM draws, drawn once for all runtimes. */
  static List<List<String>> fromJvm() {
    return Drawn.LINES;
  }

  private static final class Drawn {
    static final List<List<String>> LINES = lines();

    private static List<List<String>> lines() {
      byte[] model = ShippedModel.bytes();
      return draws().stream().map(draw -> JvmMolecules.draw(model, draw)).toList();
    }
  }
}
