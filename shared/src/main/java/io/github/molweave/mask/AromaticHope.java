package io.github.molweave.mask;

import io.github.molweave.smiles.GrowingMolecule;
import io.github.molweave.smiles.SmilesToken;

/**
 * Spares questions: {@link GrowingMolecule#mayStillFinish} walks over the whole molecule, and most
 * tokens cannot change its answer.
 */
final class AromaticHope {
  private static final int NONE = MaskVocabulary.NONE;

  private final GrowingMolecule molecule;

  AromaticHope(GrowingMolecule molecule) {
    this.molecule = molecule;
  }

  /**
   * Whether an answer that is yes can become no with {@code token}: it narrows what an aromatic
   * atom can still do.
   */
  boolean mayEndWith(SmilesToken token) {
    return switch (token.kind()) {
      case ATOM -> isAromatic(molecule.currentAtom());
      case RING ->
          isAromatic(molecule.currentAtom()) || isAromatic(molecule.ringAtom(token.ringNumber()));
      case BRANCH_CLOSE -> branchHasAromaticAtom();
      case DOT -> true;
      case BOND, BRANCH_OPEN -> false;
    };
  }

  private boolean isAromatic(int atom) {
    return atom != NONE && molecule.isAromatic(atom);
  }

  private boolean branchHasAromaticAtom() {
    int depth = molecule.branchDepth();
    int start = depth > 0 ? molecule.branchAtom(depth - 1) : 0;
    for (int atom = molecule.atomCount() - 1; atom > start; atom--) {
      if (molecule.isAromatic(atom)) {
        return true;
      }
    }
    return false;
  }
}
