package io.github.molweave.e2e.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.e2e.browsers.Engine;
import io.github.molweave.e2e.pages.DreamPage;
import io.github.molweave.e2e.site.ChainModel;
import io.github.molweave.e2e.site.ServedSite;
import io.github.molweave.graph.MolecularGraph;
import io.github.molweave.smarts.SmartsPattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Structures are told in words, for who does not see their drawing. */
class WordsTest {
  private static final Path PAGE = Path.of("..", "web", "src", "main", "site");
  private static final Path CORPUS =
      Path.of("../trainer/src/main/resources/io/github/molweave/trainer/corpus/pubchem.smi.gz");
  private static final int EVERY = 400;

  /** What the shared chemistry finds for each group that both know by the same definition. */
  private static final Map<String, String> PATTERNS =
      new TreeMap<>(
          Map.of(
              "acid", "[CX3](=O)[OX2H]",
              "nitrile", "[CX2]#[NX1]",
              "aldehyde", "[CX3H1](=O)[#6]",
              "phenol", "c[OX2H]",
              "urea", "[C;X3](=O)([#7])[#7]",
              "carbamate", "[C;X3](=O)([#7])[OX2][#6]",
              "trifluoromethyl", "[CX4](F)(F)F",
              "chlorine", "Cl"));

  private static final Map<String, List<String>> SENTENCES =
      Map.of(
          "CC(=O)Oc1ccccc1C(=O)O",
              List.of(
                  "one benzene ring, one carboxylic acid, and one ester.",
                  "ein Benzolring, eine Carbonsäure und ein Ester."),
          "c1ccc2ccccc2c1", List.of("2 benzene rings.", "2 Benzolringe."),
          "C1=CC=CC=C1C=C",
              List.of(
                  "one benzene ring and one carbon-carbon double bond.",
                  "ein Benzolring und eine C=C-Doppelbindung."),
          "[Na+].[O-]C(=O)C",
              List.of(
                  "2 separate pieces and one carboxylate.",
                  "2 getrennte Teile und ein Carboxylat."),
          "CCCC",
              List.of(
                  "no ring, and no group that has a name here.",
                  "kein Ring und keine Gruppe, die hier einen Namen hat."));

  private static final String COUNT =
      """
      const [list, patterns, done] = arguments;
      const from = (name) => import(`./sources/words/${name}.js`);
      Promise.all(['structure', 'rings', 'groups'].map(from)).then(([structure, rings, groups]) => {
        done(list.map((smiles) => {
          const whole = structure.structureOf(smiles);
          const round = rings.ringsOf(whole);
          const found = groups.groupsOf(whole, round);
          return [smiles, whole.atoms.map(({ hydrogens }) => hydrogens).join(''), round.length,
            ...patterns.map((name) => found.get(name) ?? 0)].join(' ');
        }));
      }, (error) => done([String(error)]));
      """;

  private static final String TELL =
      """
      const [list, done] = arguments;
      import('./sources/words/words.js').then(({ partsOf }) => done(list.map(partsOf)),
        (error) => done([String(error)]));
      """;

  @Test
  void hydrogensRingsAndGroupsAreThoseOfTheSharedChemistry() throws IOException {
    List<String> molecules = molecules();
    assertTrue(molecules.size() > 200);
    List<String> names = List.copyOf(PATTERNS.keySet());
    try (Visit visit = Visit.to(withSources(), Engine.CHROMIUM)) {
      visit.browser().driver().get(visit.site().address(ServedSite.BLANK).toString());
      List<?> counted =
          (List<?>) visit.browser().driver().executeAsyncScript(COUNT, molecules, names);
      assertEquals(molecules.size(), counted.size(), counted.toString());
      for (int i = 0; i < molecules.size(); i++) {
        assertEquals(counted(molecules.get(i)), counted.get(i));
      }
    }
  }

  @Test
  void theSentencesNameRingsAndGroupsInEachLanguage() throws IOException {
    List<String> molecules = List.copyOf(SENTENCES.keySet());
    List<String> languages = List.of("en", "de");
    try (Visit visit = Visit.to(withSources(), Engine.CHROMIUM)) {
      for (String language : languages) {
        String page = ServedSite.BLANK + "?" + language + "#v1&lang=" + language;
        visit.browser().driver().get(visit.site().address(page).toString());
        Object told = visit.browser().driver().executeAsyncScript(TELL, molecules);
        int place = languages.indexOf(language);
        assertEquals(molecules.stream().map(m -> SENTENCES.get(m).get(place)).toList(), told);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aCardTellsItsMoleculeInThreeLengths(Engine engine) {
    try (Visit visit = Visit.to(ChainModel.QUICK.site(), engine)) {
      DreamPage page = visit.open().awaitReady();
      page.setTemperature(0);
      page.type("CCO");
      page.setCount(1);
      page.awaitReady();
      page.awaitDescription("one ether.");
      page.dream();
      page.awaitReady();
      page.cards().openDetails(0);
      String words = page.cards().details(0, "words");
      int atoms = page.cards().smiles().get(0).length();
      assertTrue(words.contains(", " + atoms + " heavy atoms"), words);
      assertTrue(words.contains("one ether."), words);
      List<String> walk = page.cards().walk(0);
      assertEquals(atoms, walk.size());
      assertEquals("carbon with 3 hydrogens, single bond to 2", walk.get(0));
      assertEquals("oxygen, single bond to 2, single bond to 4", walk.get(2));
    }
  }

  private static String counted(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.STRICT);
    MolecularGraph graph =
        MolecularGraph.of(assertInstanceOf(Reading.Understood.class, reading).molecule());
    StringBuilder line = new StringBuilder(smiles).append(' ');
    for (int atom = 0; atom < graph.atoms(); atom++) {
      line.append(graph.hydrogens(atom));
    }
    long parts = smiles.chars().filter(c -> c == '.').count() + 1;
    line.append(' ').append(graph.bonds() - graph.atoms() + parts);
    for (String pattern : PATTERNS.values()) {
      line.append(' ').append(SmartsPattern.of(pattern).countIn(graph));
    }
    return line.toString();
  }

  private static List<String> molecules() throws IOException {
    List<String> molecules = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(CORPUS)), UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (number++ % EVERY == 0) {
          molecules.add(line.split("\\s", 2)[0]);
        }
      }
    }
    return molecules;
  }

  /** The modules as they are written, beside the built site, where they have names of their own. */
  private static ServedSite withSources() throws IOException {
    ServedSite site = ServedSite.copy().withBlankPage();
    for (String folder : List.of("app", "words", "messages")) {
      try (Stream<Path> files = Files.walk(PAGE.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          site.with("sources/" + PAGE.relativize(file), Files.readAllBytes(file));
        }
      }
    }
    return site;
  }
}
