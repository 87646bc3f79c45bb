package io.github.molweave.chemistry;

/** The two forms of a molfile. */
public enum MolfileVersion {
  /** Fixed columns; read by everything. */
  V2000("V2000"),
  /** Free format. */
  V3000("V3000");

  private final String id;

  MolfileVersion(String id) {
    this.id = id;
  }

  /** The name in options and in the file. */
  public String id() {
    return id;
  }

  /** The version with this name, or null when there is none. */
  public static MolfileVersion ofId(String id) {
    for (MolfileVersion version : values()) {
      if (version.id.equals(id)) {
        return version;
      }
    }
    return null;
  }
}
