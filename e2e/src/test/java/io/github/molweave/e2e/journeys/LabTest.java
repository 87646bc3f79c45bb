package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.LabPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab opens with the same engine and model as the front door, one click away from it. */
class LabTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theFrontDoorAndTheLabLeadToEachOther(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      LabPage lab = visit.open().awaitReady().toTheLab();
      lab.awaitTitle("The lab");
      lab.toTheFrontDoor().awaitReady();
    }
  }

  @Test
  void aMissingWriterSaysSoAndTheOthersWrite() {
    ServedSite site = ServedSite.copy().without("models/uniform.safetensors");
    try (Visit visit = Visit.to(site, Engine.CHROMIUM)) {
      LabPage lab = LabPage.open(visit.browser().driver(), site.address("lab.html#v1&n=2"));
      lab.awaitReady();
      assertTrue(lab.note("uniform").startsWith("This writer is missing: "), lab.note("uniform"));
      assertEquals(2, lab.written("frequency"));
      site.without("molweave/index.js");
      lab = LabPage.open(visit.browser().driver(), site.address("lab.html"));
      lab.awaitStory("failed");
      assertTrue(lab.problem().contains("engine of this page is missing"), lab.problem());
    }
  }
}
