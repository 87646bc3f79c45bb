package io.github.molweave.browser;

import io.github.molweave.smiles.Smiles;
import io.github.molweave.smiles.Validity;

/** Texts for {@link Conformance}: molecules with a fault or two and their verdicts; decimals. */
final class ConformanceTexts {
  private static final String[] MOLECULES = {
    "CC(=O)Nc1ccc(O)cc1",
    "CN1C=NC2=C1C(=O)N(C(=O)N2C)C",
    "O=C(O)c1ccccc1OC(C)=O",
    "c1ccc2c(c1)[nH]c1ccccc12",
    "C[C@@H]1CC[C@H]2[C@@H](C)C(=O)O[C@@H]3O[C@@]4(C)CC[C@@H]1[C@@]23OO4",
    "O=[N+]([O-])c1ccc(cc1)S(=O)(=O)N%12CCOCC%12",
    "c1cc2cccc3c4cccc5cccc(c(c1)c23)c45",
    "[Na+].[O-]C(=O)/C=C/c1cn(C)c2ncncc12"
  };

  private static final String[] PARTS = {
    "C", "c", "n", "[nH]", "O", "=", "#", "(", ")", "1", "2", "%12", "[N+]", "[O-]", "N(=O)=O", "",
    "Cl", "s", "[H]", ".", "-", ":", "/", "[", "]", "(=O)", "[C@H]", "o", "*", "~", "[Fe]", "F"
  };

  private ConformanceTexts() {}

  static String text(int i) {
    int luck = i * 0x9E3779B9;
    String text = MOLECULES[luck >>> 29];
    for (int fault = 0; fault < (luck >>> 27 & 3); fault++) {
      luck = luck * 0x85EBCA6B + 12345;
      int at = (luck >>> 8 & 0xFFFF) % (text.length() + 1);
      int gone = Math.min(text.length() - at, luck >>> 26 & 1);
      text = text.substring(0, at) + PARTS[luck >>> 27] + text.substring(at + gone);
    }
    return text;
  }

  /** The verdict on the i-th text: what is wrong and where, as one number. */
  static double verdict(int i) {
    Validity validity = Smiles.check(text(i));
    if (validity instanceof Validity.Valid valid) {
      return valid.atoms();
    }
    Validity.Invalid invalid = (Validity.Invalid) validity;
    int places = 1024 * invalid.position() + invalid.related();
    return places + invalid.message().hashCode() / 4294967296.0;
  }

  /** The i-th number as text, as one number. */
  static double decimal(int i) {
    double scale = 1e-6;
    for (int power = i % 6; power > 0; power--) {
      scale *= 1000;
    }
    return Double.toString((i % 20_011 - 10_000) * scale / 1000).hashCode();
  }
}
