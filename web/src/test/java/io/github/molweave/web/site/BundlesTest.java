package io.github.molweave.web.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesTest {
  @TempDir Path folder;
  private Path site;
  private Optional<Esbuild> esbuild;

  @BeforeEach
  void sources() throws IOException {
    esbuild = Esbuild.in(Path.of("target", "esbuild"));
    assumeTrue(esbuild.isPresent(), "no bundler for this platform");
    site = folder.resolve("site");
    source("page/index.html", page("app/main.js", "styles/ground.css", "styles/loom.css"));
    source("page/lab.html", page("lab/deep/lab.js", "styles/ground.css"));
    source(
        "page/app/main.js",
        "import { weave } from './weave.js';\nweave(() => import('./later.js'));\n");
    source("page/app/weave.js", "export const weave = () => import('../molweave/index.js');\n");
    source("page/app/later.js", "export const later = 'later';\n");
    source(
        "page/lab/deep/lab.js",
        "import { weave } from '../../app/weave.js';\nimport { loadModel } from '../../molweave/index.js';\nweave(loadModel);\n");
    source("page/styles/ground.css", "body { margin: 0 }\n");
    source("page/styles/loom.css", "@media print { body { margin: 1cm } }\n");
    source(
        "dist/index.js",
        "import { pool } from './pool.js';\nexport const loadModel = () => pool;\n");
    source(
        "dist/pool.js",
        "export const pool = new Worker(new URL('./engine-worker.js', import.meta.url));\n");
    source("dist/engine-worker.js", "import './errors.js';\nawait import('./engine-js.js');\n");
    source("dist/errors.js", "console.log('error');\n");
    source("dist/engine-js.js", "export const compiled = 'Java';\n");
  }

  @Test
  void makesFewFilesOfManyAndNamesThemByTheirContent() throws IOException {
    build();
    String index = read("index.html");
    List<String> names = PageLinks.fetchedBy(index);
    assertTrue(names.stream().allMatch(name -> Files.exists(site.resolve(name))), index);
    assertEquals(1, PageLinks.of(index).styles().size(), index);
    assertTrue(read(PageLinks.of(index).styles().get(0).address()).contains("print"));
    Pattern hashed = Pattern.compile("assets/.*-[A-Z0-9]{8}\\.(js|css)");
    for (String name : names) {
      assertTrue(hashed.matcher(name).matches() || name.equals("molweave/index.js"), name);
    }
    Set<String> before = files();
    assertTrue(before.stream().noneMatch(name -> name.startsWith("app/")), before.toString());
    build();
    assertEquals(before, files());
    source("page/app/later.js", "export const later = 'changed';\n");
    build();
    Set<String> after = files();
    before.removeAll(after);
    assertTrue(before.stream().anyMatch(name -> name.matches("assets/later-.*js")), "" + before);
  }

  @Test
  void leavesTheEngineWhereOtherSitesFindIt() throws IOException {
    build();
    assertEquals(
        Set.of("molweave/index.js", "molweave/engine-worker.js", "molweave/engine-js.js"),
        files().stream()
            .filter(name -> name.startsWith("molweave/") && !name.endsWith(".br"))
            .collect(Collectors.toSet()));
    assertTrue(
        read("molweave/index.js").contains("new URL(\"./engine-worker.js\",import.meta.url)"));
    assertTrue(read("molweave/engine-worker.js").contains("import(\"./engine-js.js\")"));
    String lab = PageLinks.of(read("lab.html")).scripts().get(0);
    assertTrue(read(lab).contains("\"../../../molweave/index.js\""), read(lab));
  }

  @Test
  void refusesAModuleThatCountsOnItsOwnPlace() throws IOException {
    source("page/app/weave.js", "export const weave = new URL('x', import.meta.url);\n");
    String words = assertThrows(IllegalStateException.class, this::build).getMessage();
    assertTrue(words.startsWith("app/weave.js uses import.meta"), words);
  }

  @Test
  void refusesWhatCannotBeBundled() throws IOException {
    for (String broken : List.of("import './none.js';", "let a = ;", "await import(location);")) {
      source("page/app/weave.js", "export const weave = 1;\n" + broken + "\n");
      String words = assertThrows(IllegalStateException.class, this::build, broken).getMessage();
      assertTrue(words.contains("app/weave.js:2"), words);
    }
    assertFalse(Files.exists(site.resolve("index.html")));
  }

  private void build() throws IOException {
    SiteBuild.build(folder.resolve("page"), folder.resolve("dist"), site, esbuild);
  }

  private void source(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String name) throws IOException {
    return Files.readString(site.resolve(name));
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> site.relativize(file).toString())
          .collect(Collectors.toSet());
    }
  }

  private static String page(String script, String... styles) {
    return Stream.of(styles)
            .map("<link rel=\"stylesheet\" href=\"%s\">\n"::formatted)
            .collect(Collectors.joining())
        + "<script type=\"module\" src=\""
        + script
        + "\"></script>\n";
  }
}
