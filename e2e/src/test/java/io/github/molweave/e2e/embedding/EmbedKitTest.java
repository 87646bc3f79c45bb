package io.github.molweave.e2e.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.molweave.e2e.browsers.Browser;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.e2e.site.ShippedModel;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.random.Seed;
import io.github.molweave.sampling.Sample;
import io.github.molweave.sampling.Sampler;
import io.github.molweave.sampling.SamplingOptions;
import io.github.molweave.web.server.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lines that the embed kit writes, pasted into sites as a teacher would. */
class EmbedKitTest {
  private static final String HEAD =
      "<!doctype html><html lang=en><meta charset=utf-8><title>course</title>"
          + "<script src=watch.js></script>";

  private static final int SEED = 11;
  private static final double TEMPERATURE = 0.8;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everySnippetShowsTheMoleculesOfItsSettings(Engine engine) throws Exception {
    try (ServedSite site = ServedSite.copy().serve(Policy.STRICT);
        CourseSite course = new CourseSite();
        Browser browser = engine.open()) {
      EmbedKit kit = EmbedKit.open(browser, site.address("embed.html"));
      kit.type("seed", "-1");
      assertTrue(kit.text("refused").contains("-1"), kit.text("refused"));
      assertFalse(kit.snippetFor("html").contains("seed=\"-1\""));
      kit.type("seed", "" + SEED).type("temperature", "" + TEMPERATURE).type("count", "2");

      course
          .with("watch.js", Watched.script())
          .with("html.html", HEAD + kit.snippetFor("html"))
          .with("reveal.html", HEAD + kit.snippetFor("reveal"))
          .with("observable.html", HEAD + cell(kit.snippetFor("observable")));
      List<String> pages = new ArrayList<>(List.of("html", "reveal", "observable"));
      List<String> missing = new ArrayList<>();
      Path sphinx = sphinx(kit.snippetFor("sphinx"));
      Path myst = engine == Engine.CHROMIUM ? myst(kit.snippetFor("myst")) : null;
      if (sphinx == null) {
        missing.add("sphinx-build (Debian: python3-sphinx)");
      } else {
        course.with(sphinx);
        pages.add("index");
      }
      if (myst != null) {
        course.with("myst.html", HEAD + widget(myst)).with(myst.resolve("public"));
        pages.add("myst");
      } else if (engine == Engine.CHROMIUM) {
        missing.add("mystmd (npm)");
      }
      Watched watched = new Watched(browser);
      for (String page : pages) {
        browser.driver().get(course.address(page + ".html").toString());
        assertEquals(molecules(SEED, TEMPERATURE, 2), watched.call("molecules", "", 2), page);
      }
      for (String page : List.of("README.md", "docs/embedding.md")) {
        String lines = firstExample(Files.readString(Path.of("..").resolve(page)));
        String pasted = lines.replace("https://molecules.example/", site.address("").toString());
        course.with(Path.of(page).getFileName() + ".html", HEAD + pasted);
        browser.driver().get(course.address(Path.of(page).getFileName() + ".html").toString());
        assertEquals(molecules(7, 0.9, 1), watched.call("molecules", "", 1), page);
      }
      assumeTrue(missing.isEmpty(), () -> "not run for want of " + missing);
    }
  }

  private static List<String> molecules(int seed, double temperature, int count) {
    SamplingOptions options =
        SamplingOptions.defaults().withSeed(Seed.of(seed)).withTemperature(temperature);
    Sampler sampler =
        new Sampler(LanguageModel.of(ModelFileReader.read(ShippedModel.bytes())), options);
    return IntStream.range(0, count).mapToObj(sampler::sample).map(Sample::smiles).toList();
  }

  private static String firstExample(String page) {
    int start = page.indexOf("```html\n") + "```html\n".length();
    return page.substring(start, page.indexOf("```", start));
  }

  /** As a notebook does it: an expression whose value is shown. */
  private static String cell(String snippet) {
    return "<body><script type=module>document.body.append(await (" + snippet + "))</script>";
  }

  /**
   * As anywidget's front end does it, with the node that MyST made of the snippet: the address of a
   * copy of the module, and a model with the body's values.
   */
  private static String widget(Path site) throws IOException {
    String page = Files.readString(site.resolve("content/index.json"));
    return """
        <body><div id=w></div><script type=module>
        const node = (function find(tree) {
          return tree.type === 'anywidget' ? tree : (tree.children ?? []).map(find).find((each) => each);
        })(%s.mdast);
        const { default: widget } = await import(node.esm);
        const model = { get: (name) => node.model[name], set() {}, save_changes() {}, on() {}, off() {} };
        widget.render({ model, el: document.getElementById('w') });
        </script>
        """
        .formatted(page);
  }

  /** A book of one page, or null where there is no Sphinx. */
  private Path sphinx(String snippet) throws IOException, InterruptedException {
    Path book = Files.createDirectories(folder.resolve("sphinx"));
    Files.createDirectories(book.resolve("static"));
    Files.writeString(book.resolve("static/watch.js"), Watched.script());
    Files.writeString(
        book.resolve("conf.py"),
        "project = 'course'\nhtml_static_path = ['static']\nhtml_js_files = ['watch.js']\n");
    Files.writeString(book.resolve("index.rst"), "Course\n======\n\n" + snippet + "\n\nMore.\n");
    String log = run(book, "sphinx-build", "-q", "-b", "html", ".", "built");
    if (log == null) {
      return null;
    }
    assertTrue(Files.isRegularFile(book.resolve("built/index.html")), log);
    return book.resolve("built");
  }

  /**
   * What MyST makes of a page with the snippet: its tree, and a copy of the module; null where
   * there is no Node or no registry. The site itself needs a template from MyST's own server, and
   * is left.
   */
  private Path myst(String snippet) throws IOException, InterruptedException {
    Path book = Files.createDirectories(folder.resolve("myst"));
    Files.writeString(book.resolve("package.json"), "{\"private\": true}");
    Files.writeString(
        book.resolve("myst.yml"),
        "version: 1\nproject:\n  title: course\nsite:\n  template: book-theme\n");
    Files.writeString(book.resolve("index.md"), "# Course\n\n" + snippet + "\n");
    String log = run(book, "npm", "install", "--no-audit", "--no-fund", "mystmd@1.8.3");
    if (log == null || !Files.exists(book.resolve("node_modules/mystmd"))) {
      return null;
    }
    log = run(book, "npx", "myst", "build", "--site");
    Path site = book.resolve("_build/site");
    assertTrue(Files.isRegularFile(site.resolve("content/index.json")), log);
    return site;
  }

  /** What a program says; null where it is not installed. */
  private String run(Path where, String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile(folder, "log", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(where.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException notInstalled) {
      return null;
    }
    if (!process.waitFor(4, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(String.join(" ", command) + " still runs");
    }
    return Files.readString(log);
  }
}
