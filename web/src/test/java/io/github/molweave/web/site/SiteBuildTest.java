package io.github.molweave.web.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteBuildTest {
  private static final String LONG_TEXT = "export const carbon = 'C';\n".repeat(100);

  @TempDir Path folder;
  private Path page;
  private Path engine;
  private Path site;

  @BeforeEach
  void sources() throws IOException {
    page = Files.createDirectories(folder.resolve("page"));
    engine = Files.createDirectories(folder.resolve("dist"));
    site = folder.resolve("site");
    Files.createDirectory(page.resolve("app"));
    Files.writeString(page.resolve("index.html"), "<!doctype html>");
    Files.writeString(page.resolve("app/main.js"), LONG_TEXT);
    Files.writeString(engine.resolve("index.js"), LONG_TEXT);
  }

  @Test
  void putsTheEngineBesideThePage() throws IOException {
    build();
    assertEquals(LONG_TEXT, Files.readString(site.resolve("app/main.js")));
    assertEquals(LONG_TEXT, Files.readString(site.resolve("molweave/index.js")));
  }

  @Test
  void refusesToBuildAPageWithoutAnEngine() throws IOException {
    build();
    Files.delete(engine.resolve("index.js"));
    Files.delete(engine);
    assertThrows(NoSuchFileException.class, () -> build());
  }

  @Test
  void writesABrotliCopyThatUnpacksToTheFile() throws IOException {
    assumeTrue(Brotli4jLoader.isAvailable(), "no Brotli library for this platform");
    build();
    byte[] packed = Files.readAllBytes(site.resolve("app/main.js.br"));
    byte[] plain = Decoder.decompress(packed).getDecompressedData();
    assertEquals(LONG_TEXT, new String(plain, StandardCharsets.UTF_8));
    assertFalse(Files.exists(site.resolve("index.html.br")), "too short to be worth a copy");
  }

  @Test
  void renewsTheCopyWhenTheFileChanges() throws IOException {
    assumeTrue(Brotli4jLoader.isAvailable(), "no Brotli library for this platform");
    build();
    Path copy = site.resolve("app/main.js.br");
    Files.setLastModifiedTime(copy, FileTime.fromMillis(1));
    Files.writeString(page.resolve("app/main.js"), LONG_TEXT + LONG_TEXT);
    build();
    byte[] plain = Decoder.decompress(Files.readAllBytes(copy)).getDecompressedData();
    assertEquals(LONG_TEXT + LONG_TEXT, new String(plain, StandardCharsets.UTF_8));
  }

  @Test
  void leavesUnchangedFilesAlone() throws IOException {
    build();
    FileTime before = Files.getLastModifiedTime(site.resolve("app/main.js"));
    Files.setLastModifiedTime(page.resolve("app/main.js"), FileTime.fromMillis(5));
    build();
    assertEquals(before, Files.getLastModifiedTime(site.resolve("app/main.js")));
  }

  @Test
  void removesWhatHasNoSourceAnyMore() throws IOException {
    build();
    Files.delete(page.resolve("app/main.js"));
    build();
    assertFalse(Files.exists(site.resolve("app/main.js")));
    assertFalse(Files.exists(site.resolve("app/main.js.br")));
    assertTrue(Files.exists(site.resolve("index.html")));
  }

  @Test
  void namesInThePageEveryModuleThatItWillNeed() throws IOException {
    String script = "<script type=\"module\" src=\"app/main.js\"></script>";
    Files.writeString(page.resolve("index.html"), "<head>" + script + "</head>");
    Files.writeString(
        page.resolve("app/main.js"),
        """
        import { a } from './a.js';
        import {
          b,
        } from '../b.js';
        const c = await import('./c.js');
        const e = await import('../molweave/index.js');
        """);
    Files.writeString(page.resolve("app/a.js"), "import './main.js';\nexport const a = 1;\n");
    Files.writeString(page.resolve("b.js"), "export { d as b } from './app/d.js';\n");
    Files.writeString(page.resolve("app/c.js"), "export const c = 1;\n");
    Files.writeString(page.resolve("app/d.js"), "export const d = 1;\n");
    build();
    assertEquals(
        "<head>"
            + Stream.of("app/main.js", "molweave/index.js", "app/a.js", "b.js", "app/d.js")
                .map("<link rel=\"modulepreload\" href=\"%s\">\n"::formatted)
                .collect(Collectors.joining())
            + script
            + "</head>",
        Files.readString(site.resolve("index.html")));
    FileTime before = Files.getLastModifiedTime(site.resolve("index.html"));
    build();
    assertEquals(before, Files.getLastModifiedTime(site.resolve("index.html")));
  }

  /** A platform without the bundler. */
  private void build() throws IOException {
    SiteBuild.build(page, engine, site, Optional.empty());
  }
}
