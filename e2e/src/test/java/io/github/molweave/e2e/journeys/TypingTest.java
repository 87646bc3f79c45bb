package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The molecule follows the box, key by key. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class TypingTest {
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

  @Test
  void theMoleculeBeginsWithWhatIsTyped() {
    page.type("NOSC");
    page.awaitTape("N", "O", "S", "C");
    page.awaitReady();
    assertFalse(page.showsProblem());
  }

  @Test
  void aLetterLaterTheAtomIsAnother() {
    page.type("C");
    page.awaitTape("C");
    page.type("l");
    page.awaitTape("Cl");
    page.awaitReady();
    page.type(Keys.BACK_SPACE);
    page.awaitTape("C");
    page.awaitReady();
    assertFalse(page.tape().contains("Cl"), page.tape().toString());
  }

  @ParameterizedTest
  @CsvSource({"C[nH, [nH", "C%1, %1", "[, [", "CCB, B"})
  void anUnfinishedTokenIsPending(String text, String pending) {
    page.type(text);
    page.awaitHint(pending + " is not finished yet");
    assertFalse(page.showsProblem());
  }

  @Test
  void aFinishedTokenIsNotPendingAnyMore() {
    page.type("C[nH");
    page.awaitHint("not finished");
    page.type("]");
    page.awaitTape("C", "[nH]");
    assertFalse(page.hint().contains("not finished"), page.hint());
  }

  @Test
  void anUnknownTokenIsNamedWithItsPlace() {
    page.type("CC[U]C");
    page.awaitHint("never seen [U] (character 3)");
    assertFalse(page.showsProblem());
    page.type(Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, Keys.BACK_SPACE, "O");
    page.awaitTape("C", "C", "O");
    page.awaitReady();
    assertFalse(page.hint().contains("never seen"), page.hint());
  }

  @Test
  void cardsBeginWithWhatIsTyped() {
    page.type("SS");
    page.awaitReady();
    page.setCount(5);
    page.dream();
    page.awaitReady();
    assertEquals(5, page.dreamed());
    assertTrue(page.cards().smiles().stream().allMatch(smiles -> smiles.startsWith("SS")));
  }
}
