package io.github.molweave.e2e.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.e2e.browsers.ChromiumBrowser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.browsers.RequestLog;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.pages.OfflineWords;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.e2e.site.ShippedModel;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * What it costs to see the first molecule, in bytes and milliseconds. The figures are printed; only
 * bytes, which do not depend on the machine, are held to a bar.
 */
class FirstVisitTest {
  private static final long MOST_BYTES = 1_600_000;
  private static final long MOST_BYTES_AGAIN = 100_000;
  private static final String ENGINE = "molweave/engine-js.js";
  private static final String KERNEL = "molweave/kernel.wasm";
  private static final String CHEMISTRY = "molweave/chemistry-wasm.wasm";

  /** Without the service worker, which asks about every file again once the molecule is there. */
  @Test
  void theFirstMoleculeComesWithinTheBytesThatItMayCost() throws IOException {
    ServedSite site = ServedSite.copy().without("service-worker.js");
    try (Visit visit = Visit.to(site, Engine.CHROMIUM)) {
      String times = firstMolecule(visit);
      String origin = visit.site().address("").toString();
      String log = ((ChromiumBrowser) visit.browser()).closeAndReadNetLog();
      SortedMap<String, Long> bodies = RequestLog.bodies(log, origin);
      long all = bodies.values().stream().mapToLong(Long::longValue).sum();
      System.out.printf(
          "First visit: %s; %,d bytes received, %,d of them in %d files: model %,d, chemistry %,d,"
              + " engine %,d, kernel %,d%n",
          times,
          RequestLog.received(log),
          all,
          bodies.size(),
          bodies.get(ShippedModel.address()),
          bodies.get(CHEMISTRY),
          bodies.get(ENGINE),
          bodies.get(KERNEL));

      assertTrue(RequestLog.received(log) > all, "headers count too");
      assertTrue(RequestLog.received(log) <= MOST_BYTES, bodies.toString());
      List<String> asked = RequestLog.ofNetwork(log, origin);
      for (String once : List.of(ShippedModel.address(), CHEMISTRY, ENGINE, KERNEL)) {
        assertEquals(1, asked.stream().filter((origin + once)::equals).count(), once);
      }
      assertTrue(
          bodies.keySet().stream()
              .noneMatch(name -> name.contains("chemistry-js") || name.endsWith(".novelty")),
          bodies.toString());
    }
  }

  /** A copy that was found good once must be asked about again the next time, not fetched again. */
  @Test
  void laterVisitsFetchNothingAgain() throws IOException {
    try (Visit visit = Visit.to(ServedSite.copy(), Engine.CHROMIUM)) {
      firstMolecule(visit);
      System.out.println("Again at once, while the copy is kept: " + firstMolecule(visit));
      new OfflineWords(visit.browser().driver()).awaitFoot();
      System.out.println("Second visit, when it is kept: " + firstMolecule(visit));
      String origin = visit.site().address("").toString();
      String log = ((ChromiumBrowser) visit.browser()).closeAndReadNetLog();
      SortedMap<String, Long> bodies = RequestLog.bodies(log, origin);
      long all = bodies.values().stream().mapToLong(Long::longValue).sum();
      System.out.printf("Three visits: %,d bytes received%n", RequestLog.received(log));
      assertTrue(RequestLog.received(log) <= MOST_BYTES + 2 * MOST_BYTES_AGAIN, "" + all);
    }
  }

  /** Opens the page and waits for its first molecule: when the marks of the page were set. */
  private static String firstMolecule(Visit visit) {
    DreamPage page = visit.openAgain().awaitReady();
    return "first picture after "
        + page.millisecondsTo("molweave-picture")
        + " ms, first whole molecule after "
        + page.millisecondsTo("molweave-molecule")
        + " ms";
  }
}
