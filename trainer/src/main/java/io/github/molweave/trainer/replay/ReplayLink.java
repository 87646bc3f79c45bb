package io.github.molweave.trainer.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is set on a page, read from its link. The page's own reader is {@code app/link.js}; a table
 * of cases that both are held to is in {@code LinkCasesTest}, a fuzz in {@code LinkParityTest}.
 *
 * @param values what the link says and what is in range, as a link writes it
 * @param problems every other part of it, in its order; none is in {@code values}
 */
public record ReplayLink(Map<LinkKey, String> values, List<LinkProblem> problems) {
  private static final String VERSION = "1";
  private static final int LONGEST = 4096;
  private static final int VERSION_WITHIN = 16;
  private static final Pattern VERSIONED = Pattern.compile("#v([0-9]+)(?:&|\\z)");

  /** Freezes what it is given. */
  public ReplayLink {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a whole address or its part from {@code #} on; whatever it is, it is read. Text without a
   * version, such as {@code #prefix}, has no values and no problems.
   */
  public static ReplayLink read(String link) {
    int start = link.indexOf('#');
    String hash = start < 0 ? "" : link.substring(start);
    Matcher version = VERSIONED.matcher(hash.substring(0, Math.min(VERSION_WITHIN, hash.length())));
    if (!version.lookingAt()) {
      return new ReplayLink(Map.of(), List.of());
    }
    if (!version.group(1).equals(VERSION)) {
      return bad(new LinkProblem(LinkProblem.Kind.VERSION, "v", version.group(1)));
    }
    if (hash.length() > LONGEST) {
      String length = Integer.toString(hash.length());
      return bad(new LinkProblem(LinkProblem.Kind.LONG, "", length));
    }
    Map<LinkKey, String> values = new EnumMap<>(LinkKey.class);
    List<LinkProblem> problems = new ArrayList<>();
    String[] parts = hash.split("&", -1);
    for (int i = 1; i < parts.length; i++) {
      if (!parts[i].isEmpty()) {
        readPart(parts[i], values, problems);
      }
    }
    return new ReplayLink(values, problems);
  }

  /** What the link says of {@code key}, where it says something in range. */
  public Optional<String> value(LinkKey key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The link to these values, from {@code #} on. */
  public String written() {
    StringBuilder link = new StringBuilder("#v" + VERSION);
    for (LinkKey key : LinkKey.values()) {
      String value = values.getOrDefault(key, "");
      if (!value.isEmpty() && !value.equals(key.idle())) {
        link.append('&').append(key.key()).append('=').append(PercentEscapes.encoded(value));
      }
    }
    return link.toString();
  }

  private static ReplayLink bad(LinkProblem problem) {
    return new ReplayLink(Map.of(), List.of(problem));
  }

  private static void readPart(
      String part, Map<LinkKey, String> values, List<LinkProblem> problems) {
    int equals = part.indexOf('=');
    String name = equals < 0 ? part : part.substring(0, equals);
    String raw = equals < 0 ? "" : part.substring(equals + 1);
    Optional<LinkKey> key = LinkKey.named(name);
    if (key.isEmpty()) {
      problems.add(problem(LinkProblem.Kind.UNKNOWN_KEY, name, raw));
    } else if (values.containsKey(key.get())) {
      problems.add(problem(LinkProblem.Kind.TWICE, name, raw));
    } else {
      PercentEscapes.decoded(raw)
          .flatMap(key.get()::canonical)
          .ifPresentOrElse(
              value -> values.put(key.get(), value),
              () -> problems.add(problem(LinkProblem.Kind.VALUE, name, raw)));
    }
  }

  private static LinkProblem problem(LinkProblem.Kind kind, String name, String raw) {
    return new LinkProblem(
        kind,
        name.substring(0, Math.min(40, name.length())),
        raw.substring(0, Math.min(80, raw.length())));
  }
}
