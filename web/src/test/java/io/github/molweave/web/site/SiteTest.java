package io.github.molweave.web.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the page's sources as a strict browser would. */
class SiteTest {
  private static final Path PAGE = Path.of("src/main/site");
  private static final Path MESSAGES = PAGE.resolve("messages");
  private static final Path ONWARD = Path.of("collection", "onward.js");
  private static final Pattern FOREIGN =
      Pattern.compile("(?:\\w+:)?//[a-zA-Z0-9][\\w.-]*\\.\\w+[^\\s'\"]*");
  private static final Pattern NAMESPACE = Pattern.compile("http://www\\.w3\\.org/.*");
  private static final Pattern INLINE =
      Pattern.compile("\\sstyle\\s*=|<style|\\son\\w+\\s*=|javascript:|<script(?![^>]*\\ssrc=)");
  private static final Pattern UNSAFE =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function"
              + "|setAttribute\\('style'|\\.style\\b|['\"`(](data|blob):");
  private static final Pattern QUOTED = Pattern.compile("['`]([^'`\\n]*)['`]");
  private static final Pattern MESSAGE = Pattern.compile("(?m)^  '([^']+)':");

  @Test
  void namesNoOtherOrigin() {
    for (Path file : files("html", "css", "js", "svg", "json")) {
      if (file.endsWith(ONWARD)) {
        continue;
      }
      for (String address : all(FOREIGN, text(file), 0)) {
        assertTrue(NAMESPACE.matcher(address).matches(), file + " names " + address);
      }
    }
  }

  /** Links that a visitor may follow, in a module that can fetch nothing. */
  @Test
  void otherSitesAreOnlyLinkedTo() {
    String onward = text(PAGE.resolve(ONWARD));
    for (String address : all(FOREIGN, onward, 0)) {
      assertTrue(address.startsWith("https://"), address);
    }
    List<String> ways =
        all(Pattern.compile("fetch\\(|import\\(|XMLHttp|sendBeacon|\\.src\\b|open\\("), onward, 0);
    assertEquals(List.of(), ways);
    assertTrue(onward.contains("'rel': 'noopener noreferrer'"), onward);
  }

  @Test
  void hasNoInlineStyleOrScript() {
    for (Path file : files("html", "svg")) {
      assertEquals(List.of(), all(INLINE, text(file), 0), file.toString());
    }
  }

  @Test
  void neverTurnsTextIntoMarkupOrCode() {
    for (Path file : files("js")) {
      assertEquals(List.of(), all(UNSAFE, text(file), 0), file.toString());
    }
  }

  /** An address of what the page made itself is for saving it, never for showing it. */
  @Test
  void onlyFilesToSaveHaveAddressesMadeHere() {
    for (Path file : files("js")) {
      boolean saves = file.endsWith(Path.of("collection", "files.js"));
      assertEquals(saves, text(file).contains("createObjectURL"), file.toString());
    }
  }

  @Test
  void hasEveryFileItNames() {
    for (Path file : files("html", "css", "js")) {
      List<String> names = new ArrayList<>();
      names.addAll(all(Pattern.compile("(?:src|href)=\"([^\"#]+)\""), text(file), 1));
      names.addAll(all(Pattern.compile("(?:from|import)\\s*\\(?\\s*'([^']+)'"), text(file), 1));
      names.addAll(all(Pattern.compile("url\\(\"?([^)\"]+)"), text(file), 1));
      for (String name : names) {
        assertFalse(name.startsWith("/"), file + ": " + name + " breaks below a sub-folder");
        Path named = file.resolveSibling(name).normalize();
        boolean engine = named.startsWith(PAGE.resolve("molweave"));
        assertTrue(engine || Files.isRegularFile(named), file + " names " + name);
      }
    }
  }

  @Test
  void listsItsModelsAndNoveltyFiltersWithTheirSizes() throws IOException {
    String list = text(PAGE.resolve("models/index.json"));
    List<String> files = all(Pattern.compile("\"file\": \"([^\"]+)\""), list, 1);
    List<String> sizes = all(Pattern.compile("\"bytes\": (\\d+)"), list, 1);
    assertEquals(files.size(), sizes.size(), "every file needs its bytes");
    for (int i = 0; i < files.size(); i++) {
      Path model = PAGE.resolve("models").resolve(files.get(i));
      assertEquals(Long.parseLong(sizes.get(i)), Files.size(model), files.get(i));
    }
    if (!files.isEmpty()) {
      String first = all(Pattern.compile("\"default\": \"([^\"]+)\""), list, 1).get(0);
      assertTrue(files.contains(first), first);
    }
  }

  @Test
  void hasEveryElementItsModulesAskFor() {
    Set<String> ids = new TreeSet<>();
    for (Path page : files("html")) {
      ids.addAll(all(Pattern.compile("\\sid=\"([^\"]+)\""), text(page), 1));
    }
    for (Path file : files("js")) {
      for (String id : all(Pattern.compile("\\bat\\('([^']+)'\\)"), text(file), 1)) {
        assertTrue(ids.contains(id), file + " asks for #" + id);
      }
    }
  }

  @Test
  void hasEveryMessageItUsesAndUsesEveryMessage() {
    Set<String> messages = new TreeSet<>();
    for (Path area : messageFiles("en")) {
      for (String key : all(MESSAGE, text(area), 1)) {
        assertTrue(messages.add(key), area + " says again " + key);
      }
    }
    Set<String> groups = new TreeSet<>();
    messages.forEach(key -> groups.add(key.replaceFirst("\\..*", "")));
    Set<String> used = new TreeSet<>();
    List<String> starts = new ArrayList<>();
    for (Path page : files("html")) {
      for (String name : all(Pattern.compile("data-say(?:-\\w+)?=\"([^\"]+)\""), text(page), 1)) {
        assertTrue(messages.contains(name), page + " uses " + name);
        used.add(name);
      }
    }
    for (Path file : files("js")) {
      if (file.startsWith(MESSAGES)) {
        continue;
      }
      for (String quoted : all(QUOTED, text(file), 1)) {
        if (quoted.contains("${")) {
          starts.add(quoted.substring(0, quoted.indexOf("${")));
        } else if (messages.contains(quoted)) {
          used.add(quoted);
        } else if (quoted.matches("[a-z]+(\\.\\w+)+")
            && groups.contains(quoted.replaceFirst("\\..*", ""))) {
          throw new AssertionError(file + " uses " + quoted + ", which has no message");
        }
      }
    }
    starts.removeIf(start -> !start.contains("."));
    Set<String> unused = new TreeSet<>(messages);
    unused.removeIf(key -> used.contains(key) || starts.stream().anyMatch(key::startsWith));
    assertEquals(Set.of(), unused);
  }

  /** A module that another page uses too may say only what that page learns as well. */
  @Test
  void everyPageLearnsWhatItsModulesSay() {
    for (Path page : files("html")) {
      Set<Path> modules = new TreeSet<>();
      for (String script : all(Pattern.compile("<script[^>]* src=\"([^\"]+)\""), text(page), 1)) {
        addModules(page.resolveSibling(script).normalize(), modules);
      }
      Set<String> learned = new TreeSet<>();
      modules.stream()
          .filter(module -> module.startsWith(MESSAGES))
          .forEach(area -> learned.addAll(all(MESSAGE, text(area), 1)));
      Set<String> all = new TreeSet<>();
      messageFiles("en").forEach(area -> all.addAll(all(MESSAGE, text(area), 1)));
      for (Path module : modules) {
        for (String quoted : all(QUOTED, text(module), 1)) {
          // What say.js says of numbers it says for the page that asks for it.
          boolean sentence =
              !module.startsWith(MESSAGES)
                  && !module.equals(PAGE.resolve("app/say.js"))
                  && all.contains(quoted);
          assertTrue(
              !sentence || learned.contains(quoted), page + ": " + module + " says " + quoted);
        }
      }
    }
  }

  private static void addModules(Path module, Set<Path> modules) {
    if (!Files.isRegularFile(module) || !modules.add(module)) {
      return;
    }
    Pattern imported = Pattern.compile("(?:from|import)\\s*\\(?\\s*'(\\.[^']+)'");
    for (String name : all(imported, text(module), 1)) {
      addModules(module.resolveSibling(name).normalize(), modules);
    }
  }

  /** A sentence may leave out a value, but must not ask for one that nobody gives. */
  @Test
  void everyLanguageSaysEverySentence() {
    for (String language : languages()) {
      for (Path area : messageFiles("en")) {
        Path translated = MESSAGES.resolve(language).resolve(area.getFileName());
        Map<String, Set<String>> english = sentences(area);
        Map<String, Set<String>> other = sentences(translated);
        assertEquals(english.keySet(), other.keySet(), translated.toString());
        other.forEach(
            (key, values) ->
                assertTrue(english.get(key).containsAll(values), translated + ": " + key));
      }
    }
  }

  private static Map<String, Set<String>> sentences(Path file) {
    Map<String, Set<String>> sentences = new TreeMap<>();
    Pattern.compile("(?m)^  '([^']+)': (.*)$")
        .matcher(text(file))
        .results()
        .forEach(
            line ->
                sentences.put(
                    line.group(1),
                    new TreeSet<>(all(Pattern.compile("\\{(\\w+)\\}"), line.group(2), 1))));
    return sentences;
  }

  private static List<Path> messageFiles(String language) {
    return files("js").stream().filter(f -> f.startsWith(MESSAGES.resolve(language))).toList();
  }

  private static Set<String> languages() {
    Set<String> languages = new TreeSet<>();
    for (Path file : files("js")) {
      if (file.startsWith(MESSAGES) && !file.getParent().equals(MESSAGES)) {
        languages.add(file.getParent().getFileName().toString());
      }
    }
    return languages;
  }

  private static List<Path> files(String... extensions) {
    try (Stream<Path> files = Files.walk(PAGE)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> List.of(extensions).contains(extension(file)))
              .toList();
      assertFalse(found.isEmpty());
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static List<String> all(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(group)).toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
