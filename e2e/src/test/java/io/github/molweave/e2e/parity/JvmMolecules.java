package io.github.molweave.e2e.parity;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.ValidityMode;
import io.github.molweave.scoring.StateTrace;
import io.github.molweave.smiles.Validity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The molecules that the JVM draws: what every other runtime must draw too. */
final class JvmMolecules {
  private JvmMolecules() {}

  /**
   * One line a molecule: index, SMILES, the bits of the log-probability; then, unless all is kept
   * as it comes, the redraws and why it is no molecule.
   */
  static List<String> draw(byte[] modelFile, Draw draw) {
    ModelFile file = ModelFileReader.read(modelFile);
    Sampler sampler = new Sampler(LanguageModel.of(file), draw.options());
    List<String> lines = new ArrayList<>();
    for (int index = 0; index < draw.count(); index++) {
      Sample sample = sampler.sample(index);
      String guarded = "\t" + sample.redraws() + "\t" + fault(sample);
      lines.add(
          index
              + "\t"
              + sample.smiles()
              + "\t"
              + bits(sample.logProbability())
              + (draw.validity() == ValidityMode.OFF ? "" : guarded));
    }
    return lines;
  }

  /** What the network remembers along {@code text}, with the bits of every number. */
  static Map<String, Object> states(ModelFile file, String text) {
    StateTrace trace = StateTrace.of(LanguageModel.of(file), text);
    int units = file.architecture().hiddenSize();
    List<Map<String, Object>> layers = new ArrayList<>();
    for (int layer = 0; layer < file.architecture().layers(); layer++) {
      int first = layer * units;
      List<String> values =
          trace.states().stream()
              .flatMapToDouble(state -> Arrays.stream(state.values(), first, first + units))
              .mapToObj(JvmMolecules::bits)
              .toList();
      layers.add(Map.of("units", (long) units, "values", values));
    }
    return Map.of("tokens", trace.tokens(), "layers", layers);
  }

  private static String fault(Sample sample) {
    return sample.validity() instanceof Validity.Invalid why ? why.message() : "none";
  }

  /** The bits of a double as 16 hexadecimal digits. */
  private static String bits(double value) {
    return HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
  }
}
