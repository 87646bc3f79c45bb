package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.LabPage;
import io.github.molweave.e2e.pages.LabPage.Share;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.sampling.ValidityMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab's story: six writers with the same luck, counted honestly, each with a link. */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
class StoryTest {
  private static final List<String> WRITERS =
      List.of("uniform", "frequency", "cool", "learned", "hot", "masked");
  private static final double Z = 1.959964;

  @Parameter Engine engine;
  private static Visit visit;

  @BeforeParameterizedClassInvocation
  static void visit(Engine engine) {
    visit = Visit.to(ServedSite.copy(), engine);
  }

  @AfterParameterizedClassInvocation
  static void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  @Test
  void sixWritersBeginByThemselvesAndTheirCountsAddUp() {
    LabPage lab = open("#v1&seed=7&n=10");
    lab.awaitReady();
    assertEquals(WRITERS, lab.writers());
    assertCountsAddUp(lab, 10);
    for (String writer : WRITERS) {
      Map<String, String> link = settings(lab.link(writer));
      assertEquals("7", link.get("seed"), writer);
      assertEquals("10", link.get("n"), writer);
    }
    assertEquals(10, lab.share("masked", "valid").hits());
    for (int i = 0; i < 10; i += 3) {
      List<String> texts = lab.look(i, WRITERS);
      for (int w = 0; w < WRITERS.size(); w++) {
        assertEquals(onTheJvm(lab.link(WRITERS.get(w)), i), texts.get(w), WRITERS.get(w));
      }
    }
    List<Share> before = shares(lab);
    lab.click("luck-again").awaitReady();
    assertEquals("7", lab.seed());
    assertEquals(before, shares(lab));
    lab.click("luck-new").awaitReady();
    assertNotEquals("7", lab.seed());
    assertCountsAddUp(lab, 10);
  }

  @Test
  void whoeverStopsGoesOnWhereItEnded() {
    LabPage lab = open("#v1&seed=11&n=1");
    lab.awaitReady();
    lab.click("story-many");
    lab.awaitMoreThan(1, "learned");
    lab.escape();
    lab.awaitStory("stopped");
    int stopped = assertOnlyWholeTexts(lab);
    assertTrue(stopped < 1001, "they had written all");
    assertTrue(lab.state().startsWith("Stopped: "), lab.state());
    lab.click("story-more");
    lab.awaitMoreThan(stopped, "learned");
    lab.click("story-stop");
    lab.awaitStory("stopped");
    assertOnlyWholeTexts(lab);
  }

  /** The last text that all have is the one of the JVM; gives the most that a writer has. */
  private static int assertOnlyWholeTexts(LabPage lab) {
    int least = WRITERS.stream().mapToInt(lab::written).min().orElseThrow();
    List<String> last = lab.look(least - 1, WRITERS);
    for (int w = 0; w < WRITERS.size(); w++) {
      assertEquals(onTheJvm(lab.link(WRITERS.get(w)), least - 1), last.get(w), WRITERS.get(w));
    }
    return WRITERS.stream().mapToInt(lab::written).max().orElseThrow();
  }

  private static LabPage open(String settings) {
    return LabPage.open(visit.browser().driver(), visit.site().address("lab.html" + settings));
  }

  private static List<Share> shares(LabPage lab) {
    return WRITERS.stream()
        .flatMap(
            writer -> List.of("valid", "distinct", "new").stream().map(id -> lab.share(writer, id)))
        .toList();
  }

  private static void assertCountsAddUp(LabPage lab, int n) {
    for (String writer : WRITERS) {
      assertEquals(n, lab.written(writer), writer);
      Share valid = lab.share(writer, "valid");
      Share distinct = lab.share(writer, "distinct");
      Share fresh = lab.share(writer, "new");
      assertEquals(n, valid.of(), writer);
      assertEquals(valid.hits(), distinct.of(), writer);
      assertTrue(fresh.of() <= distinct.hits(), writer);
      for (Share share : List.of(valid, distinct, fresh)) {
        assertTrue(share.hits() <= share.of(), writer + share);
        if (share.of() > 0) {
          assertTrue(share.words().startsWith(share.hits() + " of " + share.of()), share.words());
          assertTrue(share.words().contains(interval(share)), writer + share + interval(share));
        }
      }
    }
  }

  /** The shares p with (hits/n - p)^2 = z^2 p (1 - p) / n, by the quadratic formula. */
  private static String interval(Share share) {
    double n = share.of();
    double a = n + Z * Z;
    double b = -(2.0 * share.hits() + Z * Z);
    double c = (double) share.hits() * share.hits() / n;
    double root = Math.sqrt(b * b - 4 * a * c);
    long low = Math.max(0, (long) Math.floor(100 * (-b - root) / (2 * a)));
    long high = Math.min(100, (long) Math.ceil(100 * (-b + root) / (2 * a)));
    return "(" + low + "\u2013" + high + " %)";
  }

  /** What the link promises: text number {@code index} of its model, seed and settings. */
  private static String onTheJvm(URI link, int index) {
    Map<String, String> settings = settings(link);
    String valid = settings.getOrDefault("valid", "reject").toUpperCase(Locale.ROOT);
    SamplingOptions options =
        SamplingOptions.defaults()
            .withSeed(Seed.of(Double.parseDouble(settings.get("seed"))))
            .withTemperature(Double.parseDouble(settings.get("T")))
            .withValidity(ValidityMode.valueOf(valid));
    try {
      byte[] file =
          Files.readAllBytes(
              ServedSite.BUILT.resolve("models/" + settings.get("model") + ".safetensors"));
      return new Sampler(LanguageModel.of(ModelFileReader.read(file)), options)
          .sample(index)
          .text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> settings(URI link) {
    return Arrays.stream(link.getRawFragment().split("&", -1))
        .skip(1)
        .map(part -> part.split("=", 2))
        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
  }
}
