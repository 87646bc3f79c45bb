package io.github.molweave.trainer.report;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.properties.MolecularProperties;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The properties by which samples are compared with the corpus. */
public enum Property {
  /** Molecular weight. */
  WEIGHT("Molecular weight", "g/mol"),
  /** Octanol and water. */
  LOG_P("logP", "Wildman and Crippen"),
  /** Drug-likeness. */
  QED("QED", "drug-likeness, 0 to 1"),
  /** Topological polar surface area. */
  POLAR_SURFACE("Polar surface", "TPSA, square ångström");

  private final String heading;
  private final String unit;

  Property(String heading, String unit) {
    this.heading = heading;
    this.unit = unit;
  }

  /** For readers. */
  String heading() {
    return heading;
  }

  /** What the numbers are. */
  String unit() {
    return unit;
  }

  /**
   * All properties of {@code molecules}, rising. Computed on all processors; texts that cannot be
   * read are left out.
   */
  public static Map<Property, double[]> of(List<String> molecules) {
    List<MolecularProperties> known =
        molecules.parallelStream().map(Property::read).filter(Objects::nonNull).toList();
    Map<Property, double[]> values = new EnumMap<>(Property.class);
    for (Property property : values()) {
      values.put(property, known.stream().mapToDouble(property::in).sorted().toArray());
    }
    return values;
  }

  private double in(MolecularProperties properties) {
    return switch (this) {
      case WEIGHT -> properties.weight();
      case LOG_P -> properties.logP();
      case QED -> properties.qed();
      case POLAR_SURFACE -> properties.polarSurface();
    };
  }

  private static MolecularProperties read(String smiles) {
    return MoleculeReader.read(smiles, ReadRule.STRICT) instanceof Reading.Understood understood
        ? MolecularProperties.of(understood.molecule())
        : null;
  }
}
