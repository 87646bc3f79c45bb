package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MolecularFormulaTest {
  private static final Pattern PART = Pattern.compile("([A-Z][a-z]?|[+-])(\\d*)");

  @Test
  void agreesWithRdkitOnElementsChargeAndWeight() throws IOException {
    for (GoldenMolecule golden : GoldenMolecule.all()) {
      MolecularFormula formula = MolecularFormula.of(GoldenMolecule.read(golden.smiles()));
      assertEquals(parts(golden.formula()), parts(formula.text()), golden.smiles());
      assertEquals(golden.weight(), formula.weight(), 1e-4 * golden.weight(), golden.smiles());
    }
  }

  /** RDKit puts hydrogen second even without carbon, so only the parts are compared. */
  private static Map<String, String> parts(String formula) {
    Map<String, String> parts = new TreeMap<>();
    Matcher matcher = PART.matcher(formula);
    while (matcher.find()) {
      parts.put(matcher.group(1), matcher.group(2));
    }
    return parts;
  }

  @Test
  void writesCarbonThenHydrogenThenTheRestByName() {
    assertEquals("C2H2BrClO", text("OC(Cl)=CBr"));
  }

  @Test
  void writesAllByNameWhenThereIsNoCarbon() {
    assertEquals("ClH4N", text("[NH4+].[Cl-]"));
    assertEquals("O4S-2", text("[O-]S(=O)(=O)[O-]"));
    assertEquals("H4N+", text("[NH4+]"));
  }

  @Test
  void countsDeuteriumAsHydrogen() {
    assertEquals("CH4O", text("[2H]C([2H])([2H])O"));
  }

  /** As RDKit 2022.09.3 does. */
  @Test
  void anIsotopeThatNobodyHasWeighedWeighsItsMassNumber() {
    assertEquals(1, weight("[1Co]"), 0.01);
    assertEquals(300, weight("[300U]"), 0.05);
    assertEquals(103.032, weight("[99CH4]"), 0.01);
    assertEquals(17.035, weight("[13CH4]"), 0.001);
  }

  private static double weight(String smiles) {
    return MolecularFormula.of(GoldenMolecule.read(smiles)).weight();
  }

  private static String text(String smiles) {
    return MolecularFormula.of(GoldenMolecule.read(smiles)).text();
  }
}
