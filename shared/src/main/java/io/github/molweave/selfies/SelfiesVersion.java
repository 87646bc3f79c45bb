package io.github.molweave.selfies;

/**
 * The two grammars that models in the wild were trained on. They differ in spelling, in what a ring
 * symbol costs and in how many bonds some atoms may have.
 */
public enum SelfiesVersion {
  /**
   * As in the selfies package 1.0.4 for Python: {@code [NH+expl]}, {@code [Branch1_2]}, {@code
   * [Expl=Ring1]}. Source: Krenn et al. 2020, Mach. Learn.: Sci. Technol. 1, 045024.
   */
  ONE("1"),
  /**
   * As in the selfies package 2.2 for Python: {@code [NH1+1]}, {@code [=Branch1]}, {@code
   * [=Ring1]}. Source: Lo et al. 2023, Digital Discovery 2, 897.
   */
  TWO("2");

  private final String id;

  SelfiesVersion(String id) {
    this.id = id;
  }

  /** The spelling at every door: {@code 1} or {@code 2}. */
  public String id() {
    return id;
  }

  /** The version spelled {@code id}, or null when there is none. */
  public static SelfiesVersion ofId(String id) {
    for (SelfiesVersion version : values()) {
      if (version.id.equals(id)) {
        return version;
      }
    }
    return null;
  }
}
