package io.github.molweave.web.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which modules a page needs before its first line runs: those that its scripts import, and so on.
 */
final class ModuleGraph {
  private static final Pattern STATIC_IMPORT =
      Pattern.compile("(?:^|[;}\\s])(?:import|export)\\b[^;'\"()=]*(['\"])(\\.[^'\"]+)\\1");

  private ModuleGraph() {}

  /**
   * The modules {@code entries} and those that they import, the nearest first.
   *
   * @param site the folder, of which all names are relative paths
   */
  static Set<Path> of(Path site, Collection<Path> entries) throws IOException {
    Set<Path> modules = new LinkedHashSet<>();
    Deque<Path> open = new ArrayDeque<>(entries);
    while (!open.isEmpty()) {
      Path module = open.poll();
      if (!modules.add(module)) {
        continue;
      }
      String script = Files.readString(site.resolve(module));
      for (MatchResult found : STATIC_IMPORT.matcher(script).results().toList()) {
        open.add(module.resolveSibling(found.group(2)).normalize());
      }
    }
    return modules;
  }
}
