package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.molweave.tokens.Notation;
import io.github.molweave.trainer.card.CorpusWords;
import io.github.molweave.trainer.corpus.CorpusLoader;
import io.github.molweave.trainer.corpus.CorpusReport;
import io.github.molweave.trainer.corpus.CorpusSettings;
import io.github.molweave.trainer.corpus.CorpusSource;
import io.github.molweave.trainer.corpus.OnInvalid;
import io.github.molweave.trainer.corpus.VocabularyChoice;
import io.github.molweave.trainer.publicsets.Checksum;
import io.github.molweave.trainer.publicsets.PublicSet;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public set that lies in the folder of sets already, so that no network is needed. */
final class NamedCorporaTest {
  private static final PublicSet SET =
      new PublicSet(
          "tiny",
          "tiny_set.smi",
          "https://example.org/sets/tiny.smi?raw=1",
          new Checksum("MD5", "1e7c3cd5881419b413f852156539ddfd"),
          "Free to use; cite Someone 2020 (https://example.org/terms).");

  @TempDir private Path folder;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  private NamedCorpora named() {
    return new NamedCorpora(
        new Terminal(
            OutputStream.nullOutputStream(),
            new PrintStream(told, true, StandardCharsets.UTF_8),
            Terminal.Style.PLAIN,
            Map.of("XDG_CACHE_HOME", folder.toString())),
        name -> name.equals("tiny") ? SET : null);
  }

  @Test
  void aSetsOriginAndTermsReachReportAndCard() throws Exception {
    Path sets = Files.createDirectories(folder.resolve("molweave").resolve("sets"));
    Files.writeString(sets.resolve("tiny_set.smi"), "CCO\nCCN\nCCC\n");
    Path mine = Files.writeString(folder.resolve("mine.smi"), "CNC\n");
    List<CorpusSource> sources = named().sources(List.of(Path.of("tiny"), mine));
    assertTrue(told.toString(StandardCharsets.UTF_8).contains("tiny: Free to use; cite Someone"));

    CorpusSettings settings =
        new CorpusSettings(null, OnInvalid.FAIL, 99, 1, 0, Notation.SMILES, 1);
    CorpusReport report =
        CorpusLoader.load(sources, List.of(), settings, VocabularyChoice.FROM_CORPUS, more -> {})
            .report();
    String words = CorpusWords.sources(report);
    assertTrue(words.startsWith("tiny: tiny_set.smi, 3 lines, SHA-256 "), words);
    assertTrue(
        words.contains(
            ", from https://example.org/sets/tiny.smi?raw=1 by its"
                + " MD5 1e7c3cd5881419b413f852156539ddfd; mine.smi, 1 lines, SHA-256 "),
        words);
    assertEquals(
        "tiny: Free to use; cite Someone 2020 (https://example.org/terms).\n"
            + "mine.smi: not stated by whoever trained it.",
        CorpusWords.terms(report));
    JsonObject first =
        JsonParser.parseString(report.json())
            .getAsJsonObject()
            .getAsJsonArray("sources")
            .get(0)
            .getAsJsonObject();
    assertEquals("tiny", first.get("set").getAsString());
    assertEquals(SET.address(), first.get("address").getAsString());
    assertEquals(SET.checksum().toString(), first.get("checksum").getAsString());
    assertEquals(SET.terms(), first.get("terms").getAsString());
  }
}
