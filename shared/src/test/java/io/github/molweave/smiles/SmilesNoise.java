package io.github.molweave.smiles;

import java.util.List;
import java.util.Random;

/** Endless texts of every degree of wrongness; the same for the same seed. */
final class SmilesNoise {
  private static final String[] PARTS =
      ("C N O S P B F I Cl Br c n o s p b * [nH] [N+] [O-] [C@H] [C@@] [H] [2H] [Fe] [se] [13CH3-]"
              + " [n+] [NH3+] [#6] [CH3:1] ( ) ( ) 1 2 3 4 1 2 %10 %(123) = # - : / \\ $ . -> <- ~ ["
              + " ] @ + % H é l 0")
          .split(" ", -1);

  private final Random random;
  private final List<String> molecules;

  /**
   * @param molecules texts to damage
   */
  SmilesNoise(long seed, List<String> molecules) {
    this.random = new Random(seed);
    this.molecules = molecules;
  }

  String next() {
    int choice = random.nextInt(100_000);
    if (choice < 5) {
      return parts(20_000 + random.nextInt(20_000));
    }
    if (choice < 10) {
      return molecule().repeat(1 + random.nextInt(2000));
    }
    if (choice < 10_000) {
      return characters(random.nextInt(30));
    }
    if (choice < 40_000) {
      return parts(random.nextInt(40));
    }
    return damaged(molecule(), 1 + random.nextInt(3));
  }

  private String molecule() {
    return molecules.get(random.nextInt(molecules.size()));
  }

  private String characters(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      boolean ascii = random.nextInt(10) > 0;
      text.append((char) (ascii ? random.nextInt(128) : random.nextInt(0x10000)));
    }
    return text.toString();
  }

  private String parts(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }

  private String damaged(String molecule, int times) {
    StringBuilder text = new StringBuilder(molecule);
    for (int i = 0; i < times; i++) {
      int at = random.nextInt(text.length() + 1);
      String part = PARTS[random.nextInt(PARTS.length)];
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, part);
        case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 2 -> text.replace(at, Math.min(text.length(), at + 1), part);
        default -> text.insert(at, molecule, 0, random.nextInt(molecule.length() + 1));
      }
    }
    return text.toString();
  }
}
