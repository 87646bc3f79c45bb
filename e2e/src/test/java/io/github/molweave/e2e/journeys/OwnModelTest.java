package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.AddressLine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.pages.OwnDialogs;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/** A visitor brings a network, molecules and fragments of their own. */
class OwnModelTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>.safetensors";
  private static final String QUICK_ID =
      ModelId.of(ModelFileReader.read(ChainModel.QUICK.bytes())).substring(0, 8);

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aDroppedFileTakesThePlaceOfTheNetworkInMidRunAndABadOneDoesNot(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.SLOW_AND_ENDLESS.site(), engine)) {
      DreamPage page = visit.open().awaitEngine();
      AddressLine address = new AddressLine(visit.browser().driver());
      OwnDialogs own = new OwnDialogs(visit.browser().driver());
      page.stop();
      page.setSeed("11");
      int images = own.count("img");
      own.drop(HOSTILE, ChainModel.QUICK.bytes());
      assertTrue(own.awaitNetwork("<img").startsWith(HOSTILE + ": LSTM, 4 "));
      page.awaitReady();
      assertEquals(images, own.count("img"));
      assertFalse(address.awaitLink("id=" + QUICK_ID).contains("model="), address.link());
      page.dream();
      page.awaitDreamed(5);
      page.awaitReady();
      assertEquals(ChainModel.QUICK.onTheJvm(11, page.temperature(), 5), page.cards().smiles());
      String sheet = page.worksheet();
      assertTrue(sheet.contains(HOSTILE + " " + QUICK_ID), sheet);
      assertTrue(sheet.contains("#v1&id=" + QUICK_ID), sheet);

      own.drop("notes.txt", "Nothing of a network".getBytes(UTF_8));
      String fault = own.awaitFault();
      assertTrue(fault.startsWith("notes.txt was not opened."), fault);
      own.choose("chains");
      own.awaitNetwork("512 units");
      address.awaitLink("model=chains");
    }
  }

  @Test
  void moleculesAreScoredAndAFragmentIsContinuedFromTheAtomThatIsChosen() {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      DreamPage page = visit.open().awaitReady();
      OwnDialogs own = new OwnDialogs(visit.browser().driver());
      List<String> said = own.score("CCO CC[Xe]", 2);
      assertTrue(said.get(0).contains("nats altogether"), said.get(0));
      assertTrue(said.get(1).contains("never seen [Xe] (character 3)"), said.get(1));
      assertTrue(said.get(1).toLowerCase(Locale.ROOT).contains("near to it"), said.get(1));

      assertTrue(own.drag("dragenter").showsPlaceToDrop());
      page.press(Keys.ESCAPE);
      assertFalse(own.showsPlaceToDrop());
      assertTrue(own.drag("dragover").showsPlaceToDrop());
      assertFalse(own.drag("dragleave").showsPlaceToDrop());

      double beside = own.farthestSpot("FCCOCCCF");
      assertTrue(beside < 5, beside + " pixels beside its atom");
      own.continueAt("OC(=O)CN", 3);
      page.awaitReady();
      assertEquals(form("OC(=O)C(S)N"), form(page.typed() + "S"));
      assertTrue(page.canDream());
    }
  }

  @Test
  void aNetworkThatWritesSelfiesIsShownAsItsMolecules() {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      DreamPage page = visit.open().awaitReady();
      OwnDialogs own = new OwnDialogs(visit.browser().driver());
      own.drop("own.safetensors", ChainModel.QUICK.inSelfies());
      own.awaitNetwork("own.safetensors");
      page.awaitReady();
      page.type("[C][N]");
      page.awaitReady();
      page.awaitTape("[C]", "[N]");
      page.awaitReady().awaitPicture();
      assertTrue(page.hint().startsWith("SELFIES"), page.hint());
      assertTrue(page.tapeWords().get(1).startsWith("[N] nitrogen"), page.tapeWords().toString());
      page.type("[Branch1]");
      page.awaitTape("[C]", "[N]", "[Branch1]");
      page.awaitReady();
      String branch = page.tapeWords().get(2);
      assertTrue(branch.startsWith("[Branch1] begins a branch"), branch);
      assertFalse(own.offersAtoms(), "only a SMILES can be left open at any atom");
      page.dream();
      page.awaitDreamed(5);
      assertTrue(
          page.cards().smiles().stream().allMatch(card -> card.matches("[CNOS()=]+")),
          page.cards().smiles().toString());
    }
  }

  private static String form(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    return CanonicalForm.of(((Reading.Understood) reading).molecule()).idcode();
  }
}
