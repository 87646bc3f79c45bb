package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.ValidityMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** The visitor decides what becomes of text that is no molecule, and is told what was done. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ValidityTest {
  private static final double SEED = 12;
  private static final int COUNT = 20;

  @Parameter Engine engine;
  private static Visit visit;
  private DreamPage page;

  @BeforeParameterizedClassInvocation
  static void visit(Engine engine) {
    visit = Visit.to(ChainModel.FALTERING.site(), engine);
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

  @ParameterizedTest
  @EnumSource(ValidityMode.class)
  void aDreamIsThatOfTheJvm(ValidityMode validity) {
    List<Sample> expected = expected(validity);
    dream(validity);
    assertEquals(COUNT, page.dreamed());
    assertEquals(expected.stream().map(Sample::text).distinct().toList(), page.cards().smiles());
    List<String> refused =
        page.cards().verdicts().stream().filter(w -> !w.equals("A molecule")).toList();
    long invalid = expected.stream().filter(sample -> !sample.isValid()).count();
    assertEquals(validity == ValidityMode.OFF, invalid > 0, "the seed does not suit this test");
    assertEquals(invalid, refused.size(), refused.toString());
  }

  @Test
  void redrawnSamplesAreCounted() {
    int redraws = expected(ValidityMode.REJECT).stream().mapToInt(Sample::redraws).sum();
    assertTrue(redraws > 0, "the seed does not suit this test");
    dream(ValidityMode.REJECT);
    String words = page.groupWords();
    assertTrue(words.contains("Invalid samples drawn again: " + redraws + ";"), words);
    long percent = Math.round(100.0 * COUNT / (COUNT + redraws));
    assertTrue(words.contains(percent + " % was valid (95 % interval: "), words);
  }

  @Test
  void forbiddingDeadEndsSaysThatTheShareIsNotKnown() {
    dream(ValidityMode.MASK);
    assertTrue(page.groupWords().contains("not known from this dream"), page.groupWords());
  }

  @Test
  void aFaultIsToldWithItsPlaceAndMarked() {
    page.setValidity("off");
    page.setTemperature(0);
    page.type("CC1");
    page.setCount(1);
    page.awaitReady();
    page.dream();
    page.awaitReady();
    assertEquals(
        List.of("Not a molecule: ring 1 is never closed, opened here (character 3: 1)"),
        page.cards().verdicts());
    assertEquals(List.of("1"), page.cards().faults());
    assertEquals(page.cards().verdicts().get(0), page.caption());
  }

  @Test
  void aMoleculeThatNeverComesIsNotPassedOffAsOne() {
    page.setTemperature(0);
    page.type("CC1");
    page.setCount(1);
    page.awaitReady();
    page.dream();
    page.awaitReady();
    assertTrue(
        page.cards().verdicts().get(0).startsWith("Not a molecule"),
        page.cards().verdicts().toString());
    assertTrue(page.groupWords().contains("after all tries: 1"), page.groupWords());
  }

  @Test
  void aBeginningThatLeadsNowhereIsExplained() {
    for (String way : List.of("reject", "mask")) {
      page.setValidity(way);
      page.type("CC)");
      page.awaitHint("No molecule comes of this");
      assertFalse(page.canDream());
      page.type(Keys.BACK_SPACE);
      page.awaitTape("C", "C");
      page.awaitReady();
      assertTrue(page.canDream());
      page.type(Keys.BACK_SPACE, Keys.BACK_SPACE);
    }
    page.setValidity("off");
    page.type("CC)");
    page.awaitTape("C", "C", ")");
    page.awaitReady();
    assertTrue(page.canDream());
    assertFalse(page.showsProblem());
  }

  @Test
  void theChoicesShowWhatIsForbidden() {
    assertTrue(page.choices().contains("1"), page.choices().toString());
    page.setValidity("mask");
    page.awaitRefusal("1");
    assertFalse(page.choices().contains("1"), page.choices().toString());
    String words = page.refusals().get(0);
    assertTrue(words.contains("opens ring 1") && words.contains("forbidden, was"), words);
  }

  @Test
  void aReplayKeepsTheWay() {
    dream(ValidityMode.MASK);
    Set<String> first = Set.copyOf(page.cards().smiles());
    page.setValidity("off");
    page.setSeed("1");
    page.replay();
    assertEquals("mask", page.validity());
    page.awaitReady();
    page.dream();
    page.awaitReady();
    assertEquals(2 * COUNT, page.dreamed());
    assertEquals(first, Set.copyOf(page.cards().smiles()));
  }

  private void dream(ValidityMode validity) {
    page.setValidity(validity.name().toLowerCase(Locale.ROOT));
    page.setSeed("12");
    page.setCount(COUNT);
    page.awaitReady();
    page.dream();
    page.awaitReady();
  }

  private List<Sample> expected(ValidityMode validity) {
    return ChainModel.FALTERING.onTheJvm(SEED, page.temperature(), validity, COUNT);
  }
}
