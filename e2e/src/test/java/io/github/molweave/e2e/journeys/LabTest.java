package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.LabPage;
import io.github.molweave.e2e.site.ChainModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab opens with the same engine and model as the front door, one click away from it. */
class LabTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void theFrontDoorAndTheLabLeadToEachOther(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      LabPage lab = visit.open().awaitReady().toTheLab().awaitReady();
      assertEquals("The lab", lab.title());
      lab.toTheFrontDoor().awaitReady();
    }
  }
}
