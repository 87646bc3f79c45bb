package io.github.molweave.trainer.spelling;

import io.github.molweave.smiles.BondKind;
import io.github.molweave.smiles.SmilesToken;
import io.github.molweave.tokens.SmilesTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a SMILES atom by atom; what it cannot read it gives up on. */
final class SpelledMoleculeReader {
  private static final int NONE = -1;
  private static final int RING_NUMBERS = 100;

  /** Reading a token costs more than finding it again; corpora have some dozens. */
  private static final int MOST_REMEMBERED = 10_000;

  private static final ThreadLocal<Map<String, SmilesToken>> KNOWN =
      ThreadLocal.withInitial(HashMap::new);

  private final SpelledMolecule molecule = new SpelledMolecule();
  private final List<Integer> branches = new ArrayList<>();
  private final int[] openRings = new int[RING_NUMBERS];
  private int previous = NONE;
  private BondKind pending = BondKind.PLAIN;

  private SpelledMoleculeReader() {
    Arrays.fill(openRings, NONE);
  }

  static SpelledMolecule read(String smiles) {
    SpelledMoleculeReader reader = new SpelledMoleculeReader();
    for (String text : SmilesTokenizer.split(smiles)) {
      SmilesToken token = token(text);
      if (token == null || !reader.accept(token)) {
        return null;
      }
    }
    return reader.isWhole() ? reader.molecule : null;
  }

  private static SmilesToken token(String text) {
    Map<String, SmilesToken> known = KNOWN.get();
    SmilesToken token = known.get(text);
    if (token == null) {
      token = SmilesToken.of(text);
      if (token != null && known.size() < MOST_REMEMBERED) {
        known.put(text, token);
      }
    }
    return token;
  }

  private boolean isWhole() {
    for (int ring : openRings) {
      if (ring != NONE) {
        return false;
      }
    }
    return previous != NONE && branches.isEmpty() && pending == BondKind.PLAIN;
  }

  private boolean accept(SmilesToken token) {
    return switch (token.kind()) {
      case ATOM -> atom(token);
      case BOND -> bond(token.bond());
      case RING -> previous != NONE && ring(token.ringNumber());
      case BRANCH_OPEN -> previous != NONE && branches.add(previous);
      case BRANCH_CLOSE -> closeBranch();
      case DOT -> dot();
    };
  }

  private boolean atom(SmilesToken token) {
    SpelledAtom atom = SpelledAtom.of(token.text(), token.element());
    if (atom == null) {
      return false;
    }
    int index = molecule.size();
    molecule.atoms().add(atom);
    if (previous != NONE) {
      int bond = molecule.bonds().size();
      molecule.bonds().add(new SpelledBond(previous, index, pending));
      molecule.atoms().get(previous).addNext(bond);
      atom.hangOn(bond);
    }
    previous = index;
    pending = BondKind.PLAIN;
    return true;
  }

  private boolean bond(BondKind kind) {
    boolean dative = kind == BondKind.DATIVE_FORWARD || kind == BondKind.DATIVE_BACKWARD;
    boolean first = pending == BondKind.PLAIN;
    pending = kind;
    return first && !dative && previous != NONE;
  }

  private boolean ring(int number) {
    if (number >= RING_NUMBERS) {
      return false;
    }
    SpelledAtom atom = molecule.atoms().get(previous);
    int open = openRings[number];
    if (open == NONE) {
      openRings[number] = molecule.bonds().size();
      atom.addRing(molecule.bonds().size());
      molecule.bonds().add(new SpelledBond(previous, NONE, pending));
    } else {
      openRings[number] = NONE;
      atom.addRing(open);
      molecule.bonds().get(open).close(previous, pending);
    }
    pending = BondKind.PLAIN;
    return true;
  }

  private boolean closeBranch() {
    if (branches.isEmpty() || pending != BondKind.PLAIN) {
      return false;
    }
    previous = branches.remove(branches.size() - 1);
    return true;
  }

  private boolean dot() {
    boolean fits = branches.isEmpty() && pending == BondKind.PLAIN && previous != NONE;
    previous = NONE;
    return fits;
  }
}
