package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openqa.selenium.support.ui.ExpectedConditions.titleIs;

import com.sun.net.httpserver.HttpServer;
import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.browsers.RequestLog;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.e2e.site.ShippedModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Nothing that a visitor does makes a request to another origin, in workers neither. */
class NoForeignRequestTest {

  @Test
  void everyRequestGoesToTheOriginOfThePage() throws Exception {
    try (Visit visit = Visit.to(ServedSite.copy(), Engine.CHROMIUM)) {
      ChromiumBrowser browser = (ChromiumBrowser) visit.browser();
      DreamPage page = visit.open().awaitReady();
      page.type("CC");
      page.awaitReady();
      page.setCount(5);
      page.dream();
      page.awaitReady();
      page.readCard();
      String origin = visit.site().address("").toString();

      List<String> fromThePage = RequestLog.ofPage(browser.takePerformanceLog());
      List<String> fromTheNetwork = RequestLog.ofNetwork(browser.closeAndReadNetLog(), origin);

      // Both logs must have seen what is known to be fetched, or they prove nothing.
      assertTrue(fromThePage.contains(origin), fromThePage.toString());
      String model = origin + ShippedModel.address();
      assertTrue(fromTheNetwork.contains(model), fromTheNetwork.toString());
      assertEquals(List.of(), foreign(fromThePage, origin));
      assertEquals(List.of(), foreign(fromTheNetwork, origin));
    }
  }

  @Test
  void theNetworkLogSeesForeignRequestsOfPagesAndWorkers() throws Exception {
    String nowhere = "http://localhost:" + closedPort() + "/";
    Map<String, String> files =
        Map.of(
            "/",
            "<title>waits</title><script src=page.js></script>",
            "/page.js",
            "new Image().src = '%spage'; new Worker('worker.js').onmessage = () => { document.title = 'asked'; };"
                .formatted(nowhere),
            "/worker.js",
            "fetch('%sworker').catch(() => postMessage('refused'));".formatted(nowhere));
    HttpServer server = serve(files);
    try (ChromiumBrowser browser = (ChromiumBrowser) Engine.CHROMIUM.open()) {
      String origin = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      browser.driver().get(origin);
      new WebDriverWait(browser.driver(), Duration.ofSeconds(60)).until(titleIs("asked"));
      List<String> requests = RequestLog.ofNetwork(browser.closeAndReadNetLog(), origin);
      assertTrue(requests.contains(nowhere + "page"), requests.toString());
      assertTrue(requests.contains(nowhere + "worker"), requests.toString());
    } finally {
      server.stop(0);
    }
  }

  /** A server without any policy. */
  private static HttpServer serve(Map<String, String> files) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          byte[] content = files.getOrDefault(path, "").getBytes(UTF_8);
          exchange
              .getResponseHeaders()
              .set("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html");
          exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static List<String> foreign(List<String> requests, String origin) {
    return requests.stream().filter(address -> !address.startsWith(origin)).toList();
  }
}
