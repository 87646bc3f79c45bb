package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.Axe;
import io.github.molweave.e2e.pages.LabPage;
import io.github.molweave.e2e.pages.ThinkingPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.network.ClampedUnits;
import io.github.molweave.network.HiddenUnit;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.SampledToken;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.StepDetail;
import io.github.molweave.sampling.ValidityMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * The look inside the network shows what the JVM says. Its first molecule has seed 7 and
 * temperature 0.8; dead ends are forbidden.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class ThinkingTest {
  private static final ChainModel MODEL = ChainModel.FALTERING;
  private static final String END = "\u25a0";

  @Parameter Engine engine;
  private static Visit visit;

  @BeforeParameterizedClassInvocation
  static void visit(Engine engine) {
    visit = Visit.to(MODEL.site(), engine);
  }

  @AfterParameterizedClassInvocation
  static void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  /** C scores 2; N, O and S 1; a ring number 0, and none can come first. All others never come. */
  @Test
  void theBarsFollowTheTemperatureAndTellWhatWasForbidden() {
    ThinkingPage page = open();
    page.chooseToken(0);
    double all = Math.exp(2) + 3 * Math.exp(1) + 1;
    assertTrue(page.removed().contains("a probability of %.4f".formatted(1 / all)), page.removed());
    for (double temperature : new double[] {0.5, 1, 2, 0.1}) {
      page.slideTemperature(temperature);
      double rest = 3 * Math.exp(1 / temperature);
      long percent = Math.round(100 / (1 + rest / Math.exp(2 / temperature)));
      assertEquals(percent + " %", page.share("C"), "at " + temperature);
    }
    page.slideTemperature(0);
    assertEquals("100 %", page.share("C"));
    assertEquals("0 %", page.share("N"));
    assertEquals("C", page.bars().get(0));
    page.nextTokenByKey();
    page.awaitAccount("Token 2,");
  }

  @Test
  void theTapeShowsHowSurprisingEachTokenWas() {
    ThinkingPage page = open();
    Sample sample = drawn(7, 0.8, "");
    assertEquals(signs(sample), page.tape());
    List<String> expected =
        sample.tokens().stream().map(token -> String.valueOf(level(token))).toList();
    assertEquals(expected, page.surprises());
    page.awaitColouredAtoms();
    page = open("#v1&seed=11&T=1.5");
    assertEquals(signs(drawn(11, 1.5, "")), page.tape());
  }

  @Test
  void forksGrowFromAnyTokenAndSurviveAReload() {
    ThinkingPage page = open();
    Sample first = drawn(7, 0.8, "");
    String prefix = first.tokens().get(0).text();
    page.chooseToken(1);
    page.fork("S", 2);
    Sample second = drawn(7, 0.8, prefix + "S");
    page.awaitTape(signs(second));
    page.chooseToken(0);
    page.slideTemperature(1.5);
    page.fork("O", 3);
    Sample third = drawn(7, 1.5, "O");
    page.awaitTape(signs(third));
    List<String> texts = List.of(first.smiles(), second.smiles(), third.smiles());
    assertEquals(texts, page.forks());
    assertEquals(List.of(1L, 2L, 3L), page.depths());
    String words = page.forkWords(1);
    assertTrue(
        words.contains("A molecule")
            && words.contains(
                "%.1f nats".formatted(second.logProbability()).replace('-', '\u2212')),
        words);

    page = page.reload();
    assertEquals(texts, page.forks());
    assertEquals(third.smiles(), page.chosenFork());
    page.removeFork(1);
    page.awaitForks(1);
    assertEquals(first.smiles(), page.chosenFork());
    page.undo();
    page.awaitForks(3);
    assertEquals(texts, page.forks());
    page.chooseFork(1);
    page.awaitTape(signs(second));
  }

  @Test
  void fourTemperaturesHaveTheSameLuck() {
    ThinkingPage page = open();
    page.draw("11");
    page.awaitForks(2);
    List<Sample> samples = new ArrayList<>();
    for (double temperature : new double[] {0.2, 0.7, 1, 1.5}) {
      samples.add(drawn(11, temperature, ""));
    }
    page.setColumn(0, "0.2", line(samples.get(0)));
    page.setColumn(3, "3", line(drawn(11, 3, "")));
    page.setColumn(3, "1.5", line(samples.get(3)));
    for (int at = 1; at < samples.size(); at++) {
      int parting = parting(samples.get(at), samples.get(at - 1));
      assertEquals(String.valueOf(parting), page.partings().get(at));
      assertEquals(line(samples.get(at)), page.columns().get(at));
      String words = page.partingWords().get(at);
      assertTrue(words.contains(parting < 0 ? "The same" : "at token " + (parting + 1)), words);
    }
  }

  /** The first unit counts the tokens: tanh of a tenth of their number. Nothing else moves. */
  @Test
  void theHeatMapShowsWhatAUnitSaysAndWhatItIsGoodFor() {
    ThinkingPage page = open();
    page.orderUnits("number");
    int tokens = drawn(7, 0.8, "").tokens().size();
    List<String> expected = new ArrayList<>();
    for (int step = 0; step < tokens; step++) {
      expected.add("%.2f".formatted(Math.tanh(0.1 * (step + 1))));
    }
    page.chooseCell(1, 2);
    assertTrue(page.cell().startsWith("Unit 2 after token 2 "), page.cell());
    page.chooseCell(0, tokens - 1);
    assertEquals(expected, page.unitTable());
    assertTrue(page.cell().endsWith(": " + expected.get(tokens - 1)), page.cell());
    assertNotEquals(page.colour(0, tokens - 1), page.colour(1, tokens - 1));
    assertEquals(page.colour(2, 0), page.colour(1, tokens - 1));

    Sample original = drawn(7, 0.8, "");
    ModelFile clamped =
        ClampedUnits.in(ModelFileReader.read(MODEL.bytes()), List.of(new HiddenUnit(0, 0)));
    Sample replay = drawn(clamped, 7, 0.8, "");
    int parting = parting(replay, original);
    String words = page.clamp();
    assertTrue(words.contains("parts at token " + (parting + 1)), words);
    assertEquals(List.of(line(original), line(replay)), page.replays());
  }

  @Test
  void itFitsAPhoneAndKeepsTheRulesThere() {
    if (visit.browser() instanceof ChromiumBrowser chromium) {
      chromium.useScreen(320, 740);
      ThinkingPage page = open();
      page.chooseToken(1);
      page.fork("N", 2);
      page.clamp();
      assertEquals(0, page.overflow());
      assertEquals(List.of(), Axe.violations(chromium.driver()));
    }
  }

  private static ThinkingPage open() {
    return open("");
  }

  /** A tab of its own would be slower: what this one remembered is forgotten. */
  private static ThinkingPage open(String link) {
    RemoteWebDriver driver = visit.browser().driver();
    driver.get(visit.site().address("favicon.svg").toString());
    driver.executeScript("sessionStorage.clear()");
    LabPage.open(driver, visit.site().address("lab.html" + link));
    return ThinkingPage.in(driver);
  }

  private static Sample drawn(double seed, double temperature, String prefix) {
    return drawn(ModelFileReader.read(MODEL.bytes()), seed, temperature, prefix);
  }

  private static Sample drawn(ModelFile file, double seed, double temperature, String prefix) {
    SamplingOptions options =
        SamplingOptions.defaults()
            .withSeed(Seed.of(seed))
            .withTemperature(temperature)
            .withPrefix(prefix)
            .withValidity(ValidityMode.MASK)
            .withDetail(StepDetail.TOKENS);
    return new Sampler(LanguageModel.of(file), options).sample(0);
  }

  private static List<String> signs(Sample sample) {
    return sample.tokens().stream()
        .map(token -> token.text().equals("<end>") ? END : token.text())
        .toList();
  }

  private static String line(Sample sample) {
    return String.join("", signs(sample));
  }

  private static int parting(Sample sample, Sample other) {
    List<String> mine = signs(sample);
    List<String> theirs = signs(other);
    for (int at = 0; at < Math.max(mine.size(), theirs.size()); at++) {
      if (at >= mine.size() || at >= theirs.size() || !mine.get(at).equals(theirs.get(at))) {
        return at;
      }
    }
    return -1;
  }

  /** From 0 for what is sure to 4 for one in a hundred or less, evenly on the logarithm. */
  private static long level(SampledToken token) {
    return Math.round(4 * Math.min(1, token.logProbability() / Math.log(0.01)));
  }
}
