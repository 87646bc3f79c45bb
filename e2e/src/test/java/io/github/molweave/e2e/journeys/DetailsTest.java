package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.pages.SavedFiles;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.similarity.Fingerprint;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A card knows more about its molecule than its face shows. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class DetailsTest {
  private static final String PNG = "\u0089PNG\r\n\u001a\n";

  @Parameter Engine engine;
  private static Visit visit;
  private DreamPage page;

  @BeforeParameterizedClassInvocation
  static void visit(Engine engine) {
    visit = Visit.to(ChainModel.QUICK.site(), engine);
  }

  @AfterParameterizedClassInvocation
  static void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  @BeforeEach
  void open() {
    page = visit.open().awaitReady();
  }

  /** An ether: one oxygen of 9.23 square angstrom, which takes hydrogen bonds and lends none. */
  @Test
  void showsPropertiesWithUnitsAndWhatTheyMean() {
    dreamAnEther();
    page.cards().openDetails(0);
    assertEquals("9.2 \u00c5\u00b2", page.cards().property(0, "polarSurface"));
    assertEquals("0", page.cards().property(0, "donors"));
    assertEquals("1", page.cards().property(0, "acceptors"));
    assertEquals("0, aromatic 0", page.cards().property(0, "rings"));
    assertEquals("1.00", page.cards().property(0, "fractionSp3"));
    assertEquals("0 of 4 broken", page.cards().property(0, "lipinskiViolations"));
    String words = page.cards().details(0, "properties");
    assertTrue(words.contains("not the published SA score"), words);
  }

  @Test
  void showsSelfiesAndTheirVersion() {
    dreamAnEther();
    page.cards().openDetails(0);
    String chain = page.cards().smiles().get(0);
    assertEquals(chain.replaceAll("(.)", "[$1]"), page.cards().selfies(0));
    assertTrue(page.cards().details(0, "selfies").contains("version 2"));
    page.cards().press(0, "copy-selfies");
  }

  @Test
  void savesPicturesAndAMolfile() {
    dreamAnEther();
    page.cards().openDetails(0);
    SavedFiles files = page.keepFiles();
    page.cards().press(0, "save-svg");
    List<String> svg = files.next();
    assertTrue(svg.get(0).endsWith("-1.svg") && svg.get(1).startsWith("<svg "), svg.toString());
    page.cards().press(0, "save-png");
    List<String> png = files.next();
    assertTrue(png.get(0).endsWith("-1.png") && png.get(1).startsWith(PNG), png.get(0));
    page.cards().press(0, "save-molfile");
    List<String> molfile = files.next();
    assertTrue(molfile.get(0).endsWith("-1.mol"), molfile.get(0));
    assertTrue(molfile.get(1).contains("V2000") && molfile.get(1).contains("M  END"));
  }

  @Test
  void knowsTheNearestOfTheOthers() {
    dreamAnEther();
    page.cards().openDetails(0);
    assertTrue(page.cards().details(0, "nearest").contains("no other molecule yet"));
    page = visit.open().awaitReady();
    page.setSeed("4242");
    page.setCount(20);
    page.dream();
    page.awaitReady();
    page.cards().openDetails(0);
    Fingerprint asked = fingerprint(page.cards().smiles().get(0));
    double nearest =
        page.cards().smiles().stream()
            .skip(1)
            .mapToDouble(other -> asked.tanimoto(fingerprint(other)))
            .max()
            .orElseThrow();
    String words = page.cards().details(0, "nearest");
    assertTrue(words.contains("Similarity %.2f".formatted(nearest)), words);
    page.cards().press(0, "nearest");
    int found = page.cards().focused();
    assertNotEquals(0, found);
    assertEquals(nearest, asked.tanimoto(fingerprint(page.cards().smiles().get(found))), 1e-9);
  }

  @Test
  void textThatIsNoMoleculeHasNoDetails() {
    page.setValidity("off");
    page.setTemperature(0);
    page.type("CC1");
    page.setCount(1);
    page.awaitReady();
    page.dream();
    page.awaitReady();
    assertFalse(page.cards().hasDetails(0));
  }

  private void dreamAnEther() {
    page.setTemperature(0);
    page.type("CCO");
    page.setCount(1);
    page.awaitReady();
    page.dream();
    page.awaitReady();
  }

  private static Fingerprint fingerprint(String smiles) {
    Molecule molecule =
        ((Reading.Understood) MoleculeReader.read(smiles, ReadRule.STRICT)).molecule();
    return Fingerprint.of(molecule);
  }
}
