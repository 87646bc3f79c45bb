package io.github.molweave.web.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the many modules and styles of an assembled site into few files.
 *
 * <p>Those of the pages go to {@code assets/}, under names that hold a hash of their content: a
 * browser may keep them for ever. Those of the engine keep their place and name in {@code
 * molweave/}, which other sites link to, and where they find workers and compiled Java beside them.
 */
final class Bundles {
  /** The folder of the files whose names change with their content. */
  static final String ASSETS = "assets";

  private static final String STYLES_OF_PAGES = "pages";

  /** What pages, here and elsewhere, import; they share what they have in common. */
  private static final List<String> ENGINE = List.of("index.js", "element.js");

  /** What runs on a thread of its own; each is whole in itself. */
  private static final List<String> WORKERS = List.of("engine-worker.js", "chemistry-worker.js");

  private static final List<String> MODULES =
      List.of(
          "--bundle",
          "--format=esm",
          "--minify",
          "--charset=utf8",
          "--target=es2022",
          "--log-level=warning",
          "--log-override:unsupported-dynamic-import=error");

  private static final Pattern OWN_ADDRESS = Pattern.compile("\\bimport\\.meta\\b");

  private static final Pattern TO_THE_ENGINE =
      Pattern.compile("\"(?:\\.\\./)+" + SiteBuild.ENGINE_FOLDER + "/");

  private final Path site;
  private final Esbuild esbuild;

  private Bundles(Path site, Esbuild esbuild) {
    this.site = site;
    this.esbuild = esbuild;
  }

  /**
   * Bundles what lies in {@code site}, which has the sources of the pages and the engine in {@code
   * molweave/}, and removes the sources.
   *
   * @param pages the names of the pages, whose scripts and styles are what is bundled
   * @throws IllegalStateException in words, when a module cannot be bundled
   */
  static void in(Path site, List<String> pages, Esbuild esbuild) throws IOException {
    Bundles bundles = new Bundles(site, esbuild);
    bundles.engine();
    bundles.pages(pages);
  }

  private void engine() throws IOException {
    Path folder = site.resolve(SiteBuild.ENGINE_FOLDER);
    List<String> shared = present(folder, ENGINE);
    List<String> workers = present(folder, WORKERS);
    Set<Path> sources = new LinkedHashSet<>();
    for (String entry : concat(shared, workers)) {
      sources.addAll(ModuleGraph.of(folder, Set.of(Path.of(entry))));
    }
    bundle(folder, shared, List.of("--splitting", "--chunk-names=[name]-[hash]"));
    bundle(folder, workers, List.of("--external:*-js.js", "--external:*-wasm-runtime.js"));
    for (Path source : sources) {
      if (!shared.contains(source.toString()) && !workers.contains(source.toString())) {
        Files.delete(folder.resolve(source));
      }
    }
  }

  private void bundle(Path folder, List<String> entries, List<String> how) throws IOException {
    if (entries.isEmpty()) {
      return;
    }
    List<String> arguments = concat(entries, concat(MODULES, how));
    arguments.addAll(List.of("--outdir=.", "--allow-overwrite"));
    esbuild.run(folder, arguments);
  }

  private void pages(List<String> pages) throws IOException {
    Set<Path> sources = sources();
    refuseOwnAddresses(sources);
    Set<String> entries = new TreeSet<>();
    for (String page : pages) {
      PageLinks links = PageLinks.of(Files.readString(site.resolve(page)));
      links.scripts().stream().filter(Bundles::isOfPages).forEach(entries::add);
      if (!links.styles().isEmpty()) {
        entries.add(writeStyles(page, links.styles()));
      }
    }
    if (entries.isEmpty()) {
      return;
    }
    List<String> arguments = concat(List.copyOf(entries), MODULES);
    arguments.addAll(
        List.of(
            "--splitting",
            "--outdir=" + ASSETS,
            "--outbase=.",
            "--entry-names=[dir]/[name]-[hash]",
            "--chunk-names=[name]-[hash]",
            "--external:" + site.toRealPath().resolve(SiteBuild.ENGINE_FOLDER) + "/*"));
    esbuild.run(site, arguments);
    leadToTheEngine();
    for (String page : pages) {
      Path file = site.resolve(page);
      Files.writeString(file, rewritten(page, Files.readString(file)));
    }
    for (Path source : sources) {
      Files.delete(source);
    }
    for (String page : pages) {
      Files.deleteIfExists(site.resolve(stylesOf(page)));
    }
  }

  /** What is not bundled is imported from where its importer was, and that lies elsewhere now. */
  private void leadToTheEngine() throws IOException {
    for (Path file : filesEndingIn(site.resolve(ASSETS), ".js")) {
      String up = file.getParent().relativize(site).toString().replace('\\', '/');
      String script = Files.readString(file);
      Matcher engine = TO_THE_ENGINE.matcher(script);
      Files.writeString(file, engine.replaceAll("\"" + up + "/" + SiteBuild.ENGINE_FOLDER + "/"));
    }
  }

  /** One sheet that is made of those of a page. */
  private String writeStyles(String page, List<PageLinks.Style> styles) throws IOException {
    StringBuilder sheet = new StringBuilder();
    for (PageLinks.Style style : styles) {
      sheet.append("@import \"../").append(style.address()).append('"');
      sheet.append(style.media().isEmpty() ? "" : " " + style.media()).append(";\n");
    }
    Path file = site.resolve(stylesOf(page));
    Files.createDirectories(file.getParent());
    Files.writeString(file, sheet);
    return stylesOf(page);
  }

  private static String stylesOf(String page) {
    return STYLES_OF_PAGES + "/" + page.replaceFirst("\\.html$", ".css");
  }

  /** The page with the names of the bundles in place of the sources'. */
  private String rewritten(String name, String page) throws IOException {
    Matcher style = PageLinks.STYLE.matcher(page);
    StringBuilder withStyles = new StringBuilder();
    boolean linked = false;
    while (style.find()) {
      String sheet =
          linked ? "" : "<link rel=\"stylesheet\" href=\"" + bundleOf(stylesOf(name)) + "\">\n";
      style.appendReplacement(withStyles, Matcher.quoteReplacement(sheet));
      linked = true;
    }
    style.appendTail(withStyles);
    Matcher script = PageLinks.SCRIPT.matcher(withStyles);
    StringBuilder whole = new StringBuilder();
    while (script.find()) {
      String source = script.group(1);
      String bundle = isOfPages(source) ? bundleOf(source) : source;
      script.appendReplacement(
          whole,
          Matcher.quoteReplacement("<script type=\"module\" src=\"" + bundle + "\"></script>"));
    }
    return script.appendTail(whole).toString();
  }

  /** The one file that {@code source} became, as {@code assets/app/main-1A2B3C4D.js}. */
  private String bundleOf(String source) throws IOException {
    Path folder = site.resolve(ASSETS).resolve(source).getParent();
    String[] name = Path.of(source).getFileName().toString().split("\\.", 2);
    Pattern bundle = Pattern.compile(Pattern.quote(name[0]) + "-[A-Z0-9]{8}\\." + name[1]);
    try (Stream<Path> files = Files.list(folder)) {
      Path file =
          files
              .filter(each -> bundle.matcher(each.getFileName().toString()).matches())
              .findFirst()
              .orElseThrow();
      return site.relativize(file).toString().replace('\\', '/');
    }
  }

  /** The modules and styles of the pages, which are no files of the site any more. */
  private Set<Path> sources() throws IOException {
    Set<Path> sources = new TreeSet<>(filesEndingIn(site, ".js"));
    sources.addAll(filesEndingIn(site, ".css"));
    sources.removeIf(file -> !isOfPages(site.relativize(file).toString()));
    sources.remove(site.resolve(OfflineCopy.SERVICE_WORKER));
    return sources;
  }

  private static List<Path> filesEndingIn(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  /** A bundle lies elsewhere than its modules, so none may count on its own place. */
  private void refuseOwnAddresses(Set<Path> sources) throws IOException {
    for (Path source : sources) {
      if (OWN_ADDRESS.matcher(Files.readString(source)).find()) {
        throw new IllegalStateException(
            site.relativize(source)
                + " uses import.meta, which is another place once it is bundled. Name files from"
                + " document.baseURI, the folder of the page.");
      }
    }
  }

  private static boolean isOfPages(String name) {
    return !Path.of(name).startsWith(SiteBuild.ENGINE_FOLDER);
  }

  private static List<String> present(Path folder, List<String> names) {
    return names.stream().filter(name -> Files.exists(folder.resolve(name))).toList();
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
