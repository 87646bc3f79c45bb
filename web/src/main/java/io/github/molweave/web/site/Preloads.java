package io.github.molweave.web.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names, in the page itself, every module that it will need: the browser then asks for all of them
 * at once, not for each one when it has read the one that imports it.
 */
final class Preloads {
  /** The comment of the page in whose place the links come. */
  static final String PLACE = "<!-- modulepreload -->";

  /** In the order in which they are wanted; the first imports the second when it runs. */
  private static final List<String> ENTRIES =
      List.of("app/early.js", "molweave/index.js", "app/main.js");

  private Preloads() {}

  /** Writes the links into {@code page}, if it has a place for them; the page is returned. */
  static String into(String page, Path site) throws IOException {
    if (!page.contains(PLACE)) {
      return page;
    }
    Set<Path> modules = new LinkedHashSet<>();
    for (String entry : ENTRIES) {
      if (Files.exists(site.resolve(entry))) {
        modules.addAll(ModuleGraph.of(site, Path.of(entry)));
      }
    }
    String links =
        modules.stream()
            .map(module -> "<link rel=\"modulepreload\" href=\"" + slashes(module) + "\">")
            .collect(Collectors.joining("\n"));
    return page.replace(PLACE, links);
  }

  private static String slashes(Path module) {
    return module.toString().replace('\\', '/');
  }
}
