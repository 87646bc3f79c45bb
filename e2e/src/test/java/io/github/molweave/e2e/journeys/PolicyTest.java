package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page is served under the policy that it promises, and keeps it. */
class PolicyTest {
  private static final String PROMISED = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

  private Visit visit;
  private ChromiumBrowser browser;

  @BeforeEach
  void visit() {
    visit = Visit.to(ChainModel.QUICK.site(), Engine.CHROMIUM);
    browser = (ChromiumBrowser) visit.browser();
  }

  @AfterEach
  void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  @Test
  void everyAnswerCarriesThePolicy() throws Exception {
    for (String path : List.of("", "molweave/index.js", "models/chains.safetensors", "none")) {
      assertEquals(List.of(PROMISED), policy(visit.site().address(path)), path);
    }
  }

  @Test
  void aVisitWritesNothingToTheConsole() {
    DreamPage page = visit.open().awaitReady();
    page.awaitPicture();
    page.type("CC");
    page.awaitReady();
    page.setCount(5);
    page.dream();
    page.awaitReady();
    page.readCard();
    assertEquals(List.of(), browser.takeConsole());
  }

  @Test
  void aBreachWouldBeSeenInTheConsole() {
    visit.open().awaitReady();
    browser
        .driver()
        .executeScript("document.body.insertAdjacentHTML('beforeend', '<p style=\"color:red\">')");
    List<String> console = browser.takeConsole();
    assertTrue(console.toString().contains("Content Security Policy"), console.toString());
  }

  private static List<String> policy(URI address) throws IOException, InterruptedException {
    HttpResponse<Void> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
    return answer.headers().allValues("Content-Security-Policy");
  }
}
