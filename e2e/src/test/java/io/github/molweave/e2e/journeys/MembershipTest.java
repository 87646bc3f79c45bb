package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.Constitution;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.novelty.NoveltyFile;
import io.github.molweave.novelty.NoveltyFilter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A card can be asked whether its molecule was in the training set. */
class MembershipTest {
  private static final ChainModel MODEL = ChainModel.QUICK;
  private static final String FILTER = "chains.novelty";
  private static final String SEED = "4242";

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aFilterAnswersThatIsFetchedOnlyWhenItIsAsked(Engine engine) {
    String modelId = ModelId.of(ModelFileReader.read(MODEL.bytes()));
    try (Visit visit = Visit.to(siteWith(filterOfTheFirst(modelId)), engine)) {
      DreamPage page = dream(visit);
      page.cards().openDetails(0);
      assertTrue(page.cards().details(0, "membership").contains("fetched when you first ask"));
      assertFalse(page.hasFetched(FILTER));
      page.cards().askMembership(0, "Probably in the training set.");
      assertTrue(page.hasFetched(FILTER));
      page.cards().openDetails(1);
      page.cards().askMembership(1, "Not in the training set: this is certain.");
    }
  }

  @Test
  void aFilterOfAnotherModelDoesNotAnswer() {
    try (Visit visit = Visit.to(siteWith(filterOfTheFirst("0".repeat(64))), Engine.CHROMIUM)) {
      DreamPage page = dream(visit);
      page.cards().openDetails(0);
      page.cards().askMembership(0, "No answer: The filter belongs to another model");
    }
  }

  @Test
  void aMissingFilterIsToldInWords() {
    ServedSite site = siteWith(new byte[1]).without("models/" + FILTER);
    try (Visit visit = Visit.to(site, Engine.CHROMIUM)) {
      DreamPage page = dream(visit);
      page.cards().openDetails(0);
      page.cards().askMembership(0, FILTER + " could not be fetched (404)");
      assertEquals("Ready", page.state());
    }
  }

  @Test
  void aModelWithoutAFilterSaysSo() {
    try (Visit visit = Visit.to(MODEL.site(), Engine.CHROMIUM)) {
      DreamPage page = dream(visit);
      page.cards().openDetails(0);
      assertTrue(page.cards().details(0, "membership").contains("No filter of the training set"));
    }
  }

  private static DreamPage dream(Visit visit) {
    DreamPage page = visit.open().awaitReady();
    page.setSeed(SEED);
    page.setCount(5);
    page.dream();
    page.awaitReady();
    return page;
  }

  /** The filter of a training set that is the first molecule of the dream, written backwards. */
  private static byte[] filterOfTheFirst(String modelId) {
    List<String> chains = MODEL.onTheJvm(Double.parseDouble(SEED), 0.8, 1);
    String backwards = new StringBuilder(chains.get(0)).reverse().toString();
    Reading reading = MoleculeReader.read(backwards, ReadRule.STRICT);
    String key = Constitution.key(((Reading.Understood) reading).molecule());
    return NoveltyFile.write(NoveltyFilter.of(Set.of(key), 0, modelId));
  }

  private static ServedSite siteWith(byte[] filter) {
    byte[] model = MODEL.bytes();
    String list =
        """
        {"models": [{"file": "chains.safetensors", "bytes": %d,
          "novelty": {"file": "%s", "bytes": %d}}]}
        """
            .formatted(model.length, FILTER, filter.length);
    return MODEL
        .site()
        .with("models/" + FILTER, filter)
        .with("models/index.json", list.getBytes(UTF_8));
  }
}
