package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model file that is not one is a sentence on the page, and nothing else. */
class BrokenModelTest {
  /** What a visitor must never read. */
  private static final Pattern NOT_WORDS =
      Pattern.compile(
          "undefined|null|NaN|\\[object|Exception|TypeError|RuntimeError|\\bat .*\\.js");

  private static final byte[] WHOLE = ChainModel.QUICK.bytes();

  @ParameterizedTest
  @EnumSource(Damage.class)
  void isToldInWords(Damage damage) {
    try (Visit visit = Visit.to(ChainModel.siteWith(damage.applied()), Engine.CHROMIUM)) {
      checkMessage(visit, damage.words);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aWebPageInItsPlaceIsCalledSo(Engine engine) {
    byte[] html = "<!doctype html><title>404</title><p>Not here".getBytes(UTF_8);
    try (Visit visit = Visit.to(ChainModel.siteWith(html), engine)) {
      checkMessage(visit, "web page|HTML");
    }
  }

  @Test
  void aMissingFileIsNamed() {
    ServedSite site = ChainModel.QUICK.site().without("models/chains.safetensors");
    try (Visit visit = Visit.to(site, Engine.CHROMIUM)) {
      checkMessage(visit, "chains\\.safetensors.*404");
    }
  }

  @Test
  void theModelCardIsTextNeverMarkup() {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      String card = visit.open().awaitReady().readCard();
      assertTrue(card.contains("<b>bold</b> & free"), card);
    }
  }

  private static void checkMessage(Visit visit, String words) {
    DreamPage page = visit.open();
    String message = page.awaitProblem();
    assertAll(
        () -> assertTrue(Pattern.compile(words).matcher(message).find(), message),
        () -> assertFalse(NOT_WORDS.matcher(message).find(), message),
        () -> assertEquals("Could not go on", page.state()),
        () -> assertEquals(List.of(), page.cards().smiles()));
  }

  /** Ways to spoil a good file. */
  private enum Damage {
    EMPTY("empty|0 bytes|short|ends") {
      @Override
      byte[] applied() {
        return new byte[0];
      }
    },
    CUT_IN_THE_HEADER("header|ends|cut|short") {
      @Override
      byte[] applied() {
        return Arrays.copyOf(WHOLE, 100);
      }
    },
    CUT_IN_THE_DATA("ends|cut|short|bytes") {
      @Override
      byte[] applied() {
        return Arrays.copyOf(WHOLE, WHOLE.length - 1);
      }
    },
    ONE_BYTE_CHANGED("checksum|SHA-256|changed|damaged") {
      @Override
      byte[] applied() {
        byte[] changed = WHOLE.clone();
        changed[changed.length - 3] ^= 1;
        return changed;
      }
    },
    HUGE_HEADER_LENGTH("header") {
      @Override
      byte[] applied() {
        byte[] changed = WHOLE.clone();
        changed[6] = 1;
        return changed;
      }
    };

    private final String words;

    Damage(String words) {
      this.words = words;
    }

    abstract byte[] applied();
  }
}
