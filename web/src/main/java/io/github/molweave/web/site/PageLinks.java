package io.github.molweave.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a page names in its markup: its modules and its styles, as the page's sources write them.
 */
record PageLinks(List<String> scripts, List<Style> styles) {
  /** A style sheet, and the media it is for; all when that is empty. */
  record Style(String address, String media) {}

  /** A module script; its address is group 1. */
  static final Pattern SCRIPT =
      Pattern.compile("<script type=\"module\" src=\"([^\"]+)\"></script>");

  /** A style sheet with its line's end; its address is group 1, its media group 2. */
  static final Pattern STYLE =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"(?: media=\"([^\"]+)\")?>\\R?");

  private static final Pattern PRELOAD =
      Pattern.compile("<link rel=\"modulepreload\" href=\"([^\"]+)\">");

  /** Reads {@code page}. */
  static PageLinks of(String page) {
    List<Style> styles = new ArrayList<>();
    for (MatchResult found : STYLE.matcher(page).results().toList()) {
      styles.add(new Style(found.group(1), found.group(2) == null ? "" : found.group(2)));
    }
    return new PageLinks(all(SCRIPT, page), styles);
  }

  /** Everything that {@code page} has a browser fetch before its first line runs. */
  static List<String> fetchedBy(String page) {
    List<String> names = new ArrayList<>(all(SCRIPT, page));
    names.addAll(all(STYLE, page));
    names.addAll(all(PRELOAD, page));
    return names;
  }

  private static List<String> all(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(found -> found.group(1)).toList();
  }
}
