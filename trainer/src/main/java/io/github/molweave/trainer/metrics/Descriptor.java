package io.github.molweave.trainer.metrics;

/** A number that describes a molecule, and how its distribution is compared. */
public enum Descriptor {
  /** Weight, g/mol. */
  WEIGHT(0, "weight", Kind.CONTINUOUS),
  /** Wildman and Crippen's logP. */
  LOG_P(1, "logp", Kind.CONTINUOUS),
  /** Topological polar surface area, square angstrom. */
  POLAR_SURFACE(2, "tpsa", Kind.CONTINUOUS),
  /** Bertz's complexity, bits. */
  COMPLEXITY(3, "bertz", Kind.CONTINUOUS),
  /** Drug-likeness, 0..1. */
  QED(4, "qed", Kind.CONTINUOUS),
  /** Molweave's own scale of how hard it is to make, 1..10; no published SA score. */
  SA_LIKE(5, "sa_like", Kind.CONTINUOUS),
  /** Rings. */
  RINGS(6, "rings", Kind.COUNT),
  /** Rings of which every bond is aromatic. */
  AROMATIC_RINGS(7, "aromatic_rings", Kind.COUNT),
  /** The other rings. */
  ALIPHATIC_RINGS(8, "aliphatic_rings", Kind.COUNT),
  /** Hydrogen-bond donors. */
  DONORS(9, "donors", Kind.COUNT),
  /** Hydrogen-bond acceptors. */
  ACCEPTORS(10, "acceptors", Kind.COUNT),
  /** Rotatable bonds. */
  ROTATABLE_BONDS(11, "rotatable_bonds", Kind.COUNT);

  private final int place;
  private final String id;
  private final Kind kind;

  Descriptor(int place, String id, Kind kind) {
    this.place = place;
    this.id = id;
    this.kind = kind;
  }

  /** How its values lie. */
  enum Kind {
    /** Anywhere: compared by smoothed densities. */
    CONTINUOUS,
    /** On whole numbers: compared by histograms. */
    COUNT
  }

  /** Its name in JSON. */
  public String id() {
    return id;
  }

  /** Where it stands among the descriptors of a molecule. */
  int place() {
    return place;
  }

  Kind kind() {
    return kind;
  }
}
