package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.Axe;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every page, in every state and appearance, keeps WCAG 2.2 AA as far as a program can tell. */
class AccessibilityTest {

  /** Every sentence of the page from right to left, two fifths longer. */
  private static final String PSEUDO_LANGUAGE =
      """
      document.documentElement.dir = 'rtl';
      for (const element of document.querySelectorAll('[data-say]')) {
        const words = element.textContent;
        element.textContent = words + ' ' + words.slice(0, Math.ceil(words.length * 0.4));
      }
      """;

  /** How a page is looked at; the pairs of width, colours and language are spread over these. */
  private enum Appearance {
    LIGHT(1440, 100, "en", "light", "no-preference", "none"),
    DARK_PHONE(320, 100, "de", "dark", "no-preference", "none"),
    LARGE_TEXT(1280, 200, "de", "light", "no-preference", "none"),
    RIGHT_TO_LEFT_PHONE(320, 100, "en", "light", "no-preference", "none") {
      @Override
      void change(ChromiumBrowser browser) {
        browser.driver().executeScript(PSEUDO_LANGUAGE);
      }
    },
    LARGE_TEXT_PHONE(640, 200, "en", "dark", "more", "none"),
    HIGH_CONTRAST(1440, 100, "de", "dark", "more", "active");

    private final int width;
    private final int textPercent;
    private final String language;
    private final String scheme;
    private final String contrast;
    private final String forced;

    Appearance(
        int width,
        int textPercent,
        String language,
        String scheme,
        String contrast,
        String forced) {
      this.width = width;
      this.textPercent = textPercent;
      this.language = language;
      this.scheme = scheme;
      this.contrast = contrast;
      this.forced = forced;
    }

    private void in(ChromiumBrowser browser) {
      browser.useScreen(width, 900);
      List<Map<String, String>> features =
          List.of(
              Map.of("name", "prefers-color-scheme", "value", scheme),
              Map.of("name", "prefers-contrast", "value", contrast),
              Map.of("name", "forced-colors", "value", forced));
      browser
          .driver()
          .executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
    }

    /**
     * Where the system forces its colours, axe would judge those of the page, which nobody sees.
     */
    private List<String> breaches(ChromiumBrowser browser) {
      return Axe.violations(browser.driver()).stream()
          .filter(breach -> forced.equals("none") || !breach.startsWith("color-contrast"))
          .toList();
    }

    void change(ChromiumBrowser browser) {
      String script = "document.documentElement.style.fontSize = arguments[0] + '%'";
      browser.driver().executeScript(script, textPercent);
    }
  }

  @ParameterizedTest
  @EnumSource(Appearance.class)
  void theFrontDoorKeepsTheRulesInEveryState(Appearance appearance) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM)) {
      ChromiumBrowser browser = (ChromiumBrowser) visit.browser();
      appearance.in(browser);
      DreamPage page = open(visit, "#v1&lang=" + appearance.language).awaitReady();
      appearance.change(browser);
      Map<String, List<String>> found = new TreeMap<>();
      found.put("1 with a molecule", appearance.breaches(browser));
      page.setCount(5);
      page.dream();
      page.awaitReady();
      found.put("2 with cards", appearance.breaches(browser));
      page.readCard();
      found.put("3 with the model card", appearance.breaches(browser));
      found.values().removeIf(List::isEmpty);
      assertEquals(Map.of(), found);
      assertEquals(0, page.overflow(), "nothing has to be scrolled sideways");
    }
  }

  @ParameterizedTest
  @EnumSource(Appearance.class)
  void everyOtherPageKeepsTheRules(Appearance appearance) throws IOException {
    Map<String, List<String>> found = new TreeMap<>();
    try (Visit visit = Visit.to(ServedSite.copy(), Engine.CHROMIUM)) {
      ChromiumBrowser browser = (ChromiumBrowser) visit.browser();
      appearance.in(browser);
      for (String name : otherPages()) {
        DreamPage page = open(visit, name + "#v1&lang=" + appearance.language).awaitReady();
        appearance.change(browser);
        found.put(name, appearance.breaches(browser));
        assertEquals(0, page.overflow(), name + " has to be scrolled sideways");
      }
    }
    found.values().removeIf(List::isEmpty);
    assertEquals(Map.of(), found);
  }

  @Test
  void aPageWithoutAlternativeTextsIsFound() {
    try (Visit visit = Visit.to(ServedSite.copy().withBlankPage(), Engine.CHROMIUM)) {
      visit.browser().driver().get(visit.site().address(ServedSite.BLANK).toString());
      visit.browser().driver().executeScript("document.body.append(new Image())");
      assertTrue(
          Axe.violations(visit.browser().driver()).stream()
              .anyMatch(v -> v.startsWith("image-alt")));
    }
  }

  private static DreamPage open(Visit visit, String path) {
    return DreamPage.open(visit.browser().driver(), visit.site().address(path));
  }

  private static List<String> otherPages() throws IOException {
    try (Stream<Path> files = Files.list(ServedSite.BUILT)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".html") && !name.equals("index.html"))
          .sorted()
          .toList();
    }
  }
}
