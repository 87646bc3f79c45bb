package io.github.molweave.e2e.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.AtomHighlights;
import io.github.molweave.chemistry.DataField;
import io.github.molweave.chemistry.DrawingJson;
import io.github.molweave.chemistry.DrawingOptions;
import io.github.molweave.chemistry.Molecule;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.MolfileVersion;
import io.github.molweave.chemistry.Palette;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import io.github.molweave.chemistry.StructureDrawing;
import io.github.molweave.chemistry.StructureFile;
import io.github.molweave.chemistry.TokenAtoms;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The page's chemistry draws and writes what the JVM does. */
@ParameterizedClass(name = "{0}")
@EnumSource(BrowserRuntime.class)
class DrawingParityTest {
  private static final List<String> MOLECULES =
      List.of(
          "C",
          "CC(=O)Oc1ccccc1C(=O)O",
          "C[C@H](N)C(=O)[O-]",
          "[H]/C(F)=C(/Cl)[C@@H](O)CC=CC",
          "CNC1(CCCCC1=O)c1ccccc1Cl",
          "[Na+].[13CH3]C([2H])S(=O)(=O)[O-]",
          "CN1CC[C@]23[C@@H]4[C@H]1Cc1ccc(O)c(O[C@H]2[C@@H](O)C=C4)c13");

  /** The molecules take turns. */
  private static final List<Palette> PALETTES = List.of(Palette.values());

  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.?\\d*");

  /** OpenChemLib uses the host's sine and cosine; numbers are written with two decimals or four. */
  private static final double LAST_DIGIT = 0.011;

  @Parameter BrowserRuntime runtime;
  private static RuntimePage page;

  @BeforeParameterizedClassInvocation
  static void open(BrowserRuntime runtime) {
    page = RuntimePage.open(runtime, "drawing.js", Map.of(), runtime.chemistryPolicy());
  }

  @AfterParameterizedClassInvocation
  static void close() {
    if (page != null) {
      page.close();
    }
  }

  @Test
  @SuppressWarnings("unchecked") // What drawn answers: texts by name for each request.
  void drawsAndWritesWhatTheJvmDoes() {
    List<Map<String, Object>> requests = new ArrayList<>();
    for (int i = 0; i < MOLECULES.size(); i++) {
      Palette palette = PALETTES.get(i % PALETTES.size());
      double[] values = highlights(read(MOLECULES.get(i)));
      requests.add(
          Map.of(
              "smiles",
              MOLECULES.get(i),
              "palette",
              palette.id(),
              "highlights",
              Arrays.stream(values).boxed().toList()));
    }
    List<Map<String, String>> answers =
        (List<Map<String, String>>) page.call("drawn", List.of(requests));
    for (int i = 0; i < MOLECULES.size(); i++) {
      Molecule molecule = read(MOLECULES.get(i));
      Map<String, String> answer = answers.get(i);
      Palette palette = PALETTES.get(i % PALETTES.size());
      AtomHighlights highlights = AtomHighlights.of(highlights(molecule));
      DrawingOptions options = new DrawingOptions(220, 160, "a", palette, highlights);
      assertAlike(StructureDrawing.svg(molecule, options), answer.get("svg"));
      assertAlike(
          DrawingJson.write(StructureDrawing.of(molecule, options)), answer.get("commands"));
      assertEquals(tokens(molecule), answer.get("tokens"));
      assertAlike(StructureFile.molfile(molecule, "a", MolfileVersion.V2000), answer.get("v2000"));
      assertAlike(
          StructureFile.sdfEntry(
              molecule, "a", MolfileVersion.V3000, List.of(new DataField("A", "1"))),
          answer.get("sdf"));
    }
  }

  private static double[] highlights(Molecule molecule) {
    double[] values = new double[molecule.writtenAtoms()];
    for (int atom = 0; atom < values.length; atom++) {
      values[atom] = (double) atom / values.length;
    }
    return values;
  }

  private static String tokens(Molecule molecule) {
    List<String> lines = new ArrayList<>();
    for (TokenAtoms.Token token : TokenAtoms.of(molecule).tokens()) {
      String atoms = token.atoms().toString().replaceAll("[\\[\\] ]", "");
      lines.add(token.text() + " " + token.kind().id() + " " + atoms);
    }
    return String.join("\n", lines);
  }

  /** The same words, and numbers that differ by a last digit at most. */
  private static void assertAlike(String expected, String found) {
    assertEquals(NUMBER.matcher(expected).replaceAll("0"), NUMBER.matcher(found).replaceAll("0"));
    Matcher ours = NUMBER.matcher(expected);
    Matcher theirs = NUMBER.matcher(found);
    while (ours.find() && theirs.find()) {
      double difference = Double.parseDouble(ours.group()) - Double.parseDouble(theirs.group());
      assertTrue(Math.abs(difference) <= LAST_DIGIT, expected + "\n" + found);
    }
  }

  @Test
  void makesAPngOfTheChosenSize() throws IOException {
    BufferedImage image = image(Map.of("width", 200, "height", 100, "scale", 3));
    assertEquals(600, image.getWidth());
    assertEquals(300, image.getHeight());
    assertEquals(0xFFFFFFFF, image.getRGB(0, 0));
    assertTrue(inked(image, 0xFFFFFFFF) > 500);
    BufferedImage clear = image(Map.of("ground", "clear", "palette", "dark"));
    assertEquals(0, clear.getRGB(0, 0));
    assertTrue(inked(clear, 0) > 500);
    BufferedImage dark = image(Map.of("palette", "high-contrast-dark"));
    assertEquals(0xFF000000, dark.getRGB(0, 0));
  }

  private static BufferedImage image(Map<String, Object> options) throws IOException {
    String bytes = (String) page.call("png", List.of("CC(=O)Oc1ccccc1C(=O)O", options));
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(bytes)));
  }

  private static int inked(BufferedImage image, int ground) {
    int inked = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        inked += image.getRGB(x, y) == ground ? 0 : 1;
      }
    }
    return inked;
  }

  /** Ethane's bond runs through the middle, in the colour of the text there. */
  @Test
  void paintsOnACanvasInTheColourOfThePage() {
    Map<String, Object> large = Map.of("width", 100, "height", 100, "scale", 8);
    assertEquals("800x800 0,0,0,255", page.call("painted", List.of("CC", large, 400, 400)));
    assertEquals("800x800 0,0,0,0", page.call("painted", List.of("CC", large, 400, 240)));
    Map<String, Object> red = new java.util.HashMap<>(large);
    red.put("foreground", "#ff0000");
    assertEquals("800x800 255,0,0,255", page.call("painted", List.of("CC", red, 400, 400)));
  }

  @Test
  void namesWhatItRefuses() {
    assertRefused("RangeError: palette must be one of", "draw", "C", Map.of("palette", "pink"));
    assertRefused(
        "RangeError: highlights[0] must be", "draw", "C", Map.of("highlights", List.of(2)));
    assertRefused(
        "drawing-highlights: there must be one", "draw", "CC", Map.of("highlights", List.of(1)));
    assertRefused("RangeError: version must be one of", "molfile", "C", Map.of("version", "V1"));
    assertRefused("RangeError: scale must", "png", "C", Map.of("scale", 0));
    assertRefused("RangeError: scale must leave", "png", "C", Map.of("scale", 16, "width", 4096));
    assertRefused(
        "structure-file: molecules[0]: a field's name",
        "sdf",
        List.of(Map.of("smiles", "C", "fields", Map.of("a>b", 1))));
    assertRefused("smiles-branch-place: molecules[1]:", "sdf", List.of("C", "C("));
    assertRefused("TypeError: paint needs a canvas", "paint", Map.of(), "C");
  }

  private static void assertRefused(String beginning, Object... call) {
    String refusal = (String) page.call("refusal", List.of(call));
    assertTrue(refusal.startsWith(beginning), refusal);
  }

  private static Molecule read(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.LENIENT);
    return ((Reading.Understood) reading).molecule();
  }
}
