package io.github.molweave.web.site;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a first visit may cost, in bytes over the wire: for each part of the site the most that its
 * files may be together, each as the smallest copy that the server has.
 *
 * <p>The file has {@code NAME.files}, patterns of paths between blanks, and {@code NAME.most} for
 * each part, and {@code total.most}; {@code NAME.with} is a page whose modules and styles belong to
 * the part too, whatever they are called. A file that fits several parts counts for the first by
 * name; a part without a most is no part of a first visit.
 */
final class SizeBudget {
  private static final String FILES = ".files";
  private static final String WITH = ".with";
  private static final String MOST = ".most";
  private static final String TOTAL = "total";

  private final Properties lines = new Properties();

  /** Reads one. */
  SizeBudget(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      lines.load(reader);
    }
  }

  /** A line for each part: its name, its size and the most that it may be; the total last. */
  List<String> report(Path site, Collection<Path> names) throws IOException {
    List<String> report = new ArrayList<>();
    long total = 0;
    for (Map.Entry<String, Long> part : sizes(site, names).entrySet()) {
      if (!lines.containsKey(part.getKey() + MOST)) {
        continue;
      }
      report.add(line(part.getKey(), part.getValue()));
      total += part.getValue();
    }
    report.add(line(TOTAL, total));
    return report;
  }

  /**
   * Refuses a site with a part, or a total, above its most.
   *
   * @throws IllegalStateException with a sentence that names the part and both sizes
   */
  void check(Path site, Collection<Path> names) throws IOException {
    for (String line : report(site, names)) {
      String[] words = line.trim().split(" +", -1);
      if (Long.parseLong(words[1]) > Long.parseLong(words[3])) {
        throw new IllegalStateException(
            "A first visit would cost more than the budget allows (web/budget.properties): "
                + line.trim());
      }
    }
  }

  private String line(String part, long size) {
    long most = Long.parseLong(lines.getProperty(part + MOST).trim());
    return String.format(Locale.ROOT, "%10s %9d of %9d bytes", part, size, most);
  }

  private SortedMap<String, Long> sizes(Path site, Collection<Path> names) throws IOException {
    SortedMap<String, Long> sizes = new TreeMap<>();
    Map<String, Set<Path>> fetched = new HashMap<>();
    for (String key : lines.stringPropertyNames()) {
      if (key.endsWith(FILES)) {
        String part = key.substring(0, key.length() - FILES.length());
        sizes.put(part, 0L);
        fetched.put(part, fetchedBy(site, lines.getProperty(part + WITH)));
      }
    }
    for (Path name : names) {
      for (String part : sizes.keySet()) {
        if (isOf(part, name) || fetched.get(part).contains(name)) {
          sizes.merge(part, onTheWire(site.resolve(name)), Long::sum);
          break;
        }
      }
    }
    return sizes;
  }

  private static Set<Path> fetchedBy(Path site, String page) throws IOException {
    Set<Path> names = new HashSet<>();
    if (page != null) {
      PageLinks.fetchedBy(Files.readString(site.resolve(page.trim())))
          .forEach(name -> names.add(Path.of(name)));
    }
    return names;
  }

  private boolean isOf(String part, Path name) {
    for (String pattern : lines.getProperty(part + FILES).trim().split("\\s+", -1)) {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      if (matcher.matches(name)) {
        return true;
      }
    }
    return false;
  }

  private static long onTheWire(Path file) throws IOException {
    Path copy = file.resolveSibling(file.getFileName() + ".br");
    return Files.size(Files.exists(copy) ? copy : file);
  }
}
