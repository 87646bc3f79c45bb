package io.github.molweave.smarts;

/** The primitives of SMARTS for atoms; those with a number compare it for equality. */
enum AtomProperty {
  /** {@code *}. */
  ANY,
  /** {@code #6}. */
  ELEMENT,
  /** {@code C}. */
  ALIPHATIC_ELEMENT,
  /** {@code c}. */
  AROMATIC_ELEMENT,
  /** {@code A}. */
  ALIPHATIC,
  /** {@code a}. */
  AROMATIC,
  /** {@code 13} before the element. */
  ISOTOPE,
  /** {@code +}, {@code -2}. */
  CHARGE,
  /** {@code H2}. */
  HYDROGENS,
  /** {@code D2}: neighbours that are atoms of the graph. */
  DEGREE,
  /** {@code X4}: neighbours with hydrogens. */
  CONNECTIVITY,
  /** {@code v3}. */
  VALENCE,
  /** {@code R2}: in exactly so many rings. */
  RINGS,
  /** {@code R}, {@code r}. */
  IN_RING
}
