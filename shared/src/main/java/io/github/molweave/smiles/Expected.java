package io.github.molweave.smiles;

/** What may come next in an unfinished molecule. */
enum Expected {
  /** Only an atom: at the very beginning. */
  FIRST_ATOM,
  /** Anything: after an atom, a ring number or a closed branch. */
  ANYTHING,
  /** An atom or a ring number: after a bond. */
  ATOM_OR_RING,
  /** An atom or a bond: after an open bracket. */
  BRANCH_ATOM_OR_BOND,
  /** Only an atom: after the first bond of a branch. */
  BRANCH_ATOM,
  /** Only an atom: after a dot. */
  ATOM
}
