package io.github.molweave.smarts;

import io.github.molweave.smarts.SmartsPattern.Closure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads the line of a pattern: atoms, bonds, branches, ring closures, dots. */
final class SmartsParser {
  private static final int NONE = -1;

  private final String text;
  private final List<AtomTest> atoms = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final List<BondTest> parentBonds = new ArrayList<>();
  private final List<List<Closure>> closures = new ArrayList<>();
  private final Deque<Integer> branches = new ArrayDeque<>();
  private final int[] openAtom = new int[10];
  private final BondTest[] openBond = new BondTest[10];
  private int position;
  private int previous = NONE;

  SmartsParser(String text) {
    this.text = text;
    java.util.Arrays.fill(openAtom, NONE);
  }

  SmartsPattern parse() {
    while (position < text.length()) {
      char symbol = text.charAt(position);
      if (symbol == '(' && previous != NONE) {
        branches.push(previous);
        position++;
      } else if (symbol == ')') {
        previous = branches.pop();
        position++;
      } else if (symbol == '.') {
        previous = NONE;
        position++;
      } else {
        bonded();
      }
    }
    if (atoms.isEmpty() || !branches.isEmpty()) {
      throw unsupported();
    }
    int count = atoms.size();
    int[] parentOf = new int[count];
    Closure[][] closuresOf = new Closure[count][];
    for (int atom = 0; atom < count; atom++) {
      parentOf[atom] = parents.get(atom);
      closuresOf[atom] = closures.get(atom).toArray(new Closure[0]);
    }
    return new SmartsPattern(
        atoms.toArray(new AtomTest[0]), parentOf, parentBonds.toArray(new BondTest[0]), closuresOf);
  }

  private IllegalArgumentException unsupported() {
    return new IllegalArgumentException("no pattern at " + position + ": " + text);
  }

  private void bonded() {
    BondParser bond = new BondParser(text, position);
    BondTest test = bond.parse();
    position = bond.position();
    if (position >= text.length()) {
      throw unsupported();
    }
    char symbol = text.charAt(position);
    if (symbol >= '0' && symbol <= '9') {
      ringClosure(symbol - '0', test);
      position++;
    } else {
      AtomParser atom = new AtomParser(text, position);
      append(atom.parse(), test);
      position = atom.position();
    }
  }

  private void append(AtomTest atom, BondTest bond) {
    atoms.add(atom);
    parents.add(previous);
    parentBonds.add(bond == null ? BondTest.Kind.UNWRITTEN : bond);
    closures.add(new ArrayList<>());
    previous = atoms.size() - 1;
  }

  private void ringClosure(int digit, BondTest bond) {
    if (previous == NONE) {
      throw unsupported();
    }
    if (openAtom[digit] == NONE) {
      openAtom[digit] = previous;
      openBond[digit] = bond;
      return;
    }
    BondTest written = bond == null ? openBond[digit] : bond;
    BondTest test = written == null ? BondTest.Kind.UNWRITTEN : written;
    closures.get(previous).add(new Closure(openAtom[digit], test));
    openAtom[digit] = NONE;
  }
}
