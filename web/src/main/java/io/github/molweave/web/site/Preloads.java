package io.github.molweave.web.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names, in a page itself, every module that it will need: the browser then asks for all of them at
 * once, not for each one when it has read the one that imports it.
 */
final class Preloads {
  /** The engine's module, which a page's own modules import when they run. */
  private static final Pattern ENGINE =
      Pattern.compile("import\\(['\"]((?:\\.\\./)+molweave/index\\.js)['\"]\\)");

  private Preloads() {}

  /** Writes the links into {@code page}, before its first script; the page is returned. */
  static String into(String page, Path site) throws IOException {
    Matcher first = PageLinks.SCRIPT.matcher(page);
    if (!first.find()) {
      return page;
    }
    Set<Path> modules = new LinkedHashSet<>();
    for (String script : PageLinks.of(page).scripts()) {
      modules.addAll(ModuleGraph.of(site, Set.of(Path.of(script))));
    }
    Set<Path> wanted = new LinkedHashSet<>();
    for (Path module : modules) {
      wanted.add(module);
      for (MatchResult found :
          ENGINE.matcher(Files.readString(site.resolve(module))).results().toList()) {
        Path engine = module.resolveSibling(found.group(1)).normalize();
        wanted.addAll(ModuleGraph.of(site, Set.of(engine)));
      }
    }
    String links =
        wanted.stream()
            .map(module -> "<link rel=\"modulepreload\" href=\"" + slashes(module) + "\">\n")
            .collect(Collectors.joining());
    return page.substring(0, first.start()) + links + page.substring(first.start());
  }

  private static String slashes(Path module) {
    return module.toString().replace('\\', '/');
  }
}
