package io.github.molweave.chemistry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class StructureDrawingTest {
  private static final Set<String> ELEMENTS =
      Set.of("svg", "title", "desc", "path", "circle", "g", "text");

  @Test
  void isWellFormedAndNeedsNoStyleOrScript() throws Exception {
    for (GoldenMolecule golden : GoldenMolecule.all()) {
      String svg = draw(golden.smiles(), golden.formula());
      Document document = parse(svg);
      assertEquals(golden.formula(), text(document, "title"));
      assertEquals(golden.smiles(), text(document, "desc"));
      NodeList all = document.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        Element element = (Element) all.item(i);
        assertTrue(ELEMENTS.contains(element.getTagName()), element.getTagName());
        assertFalse(element.hasAttribute("style") || element.hasAttribute("id"), svg);
      }
      assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    }
  }

  @Test
  void escapesAHostileTitle() throws Exception {
    String title = "<script>alert(1)</script>\"'&]]>\u0000\uD800\uFFFF\uD83D\uDE00<svg onload=x>";
    Document document = parse(draw("CC", title));
    assertEquals(
        "<script>alert(1)</script>\"'&]]>\uFFFD\uFFFD\uFFFD\uD83D\uDE00<svg onload=x>",
        text(document, "title"));
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertEquals(1, document.getElementsByTagName("svg").getLength());
  }

  @Test
  void staysInsideItsFrame() throws Exception {
    for (GoldenMolecule golden : GoldenMolecule.all()) {
      for (double[] point : points(parse(draw(golden.smiles(), "")))) {
        assertTrue(point[0] >= 0 && point[0] <= 220, golden.smiles() + " x " + point[0]);
        assertTrue(point[1] >= 0 && point[1] <= 160, golden.smiles() + " y " + point[1]);
      }
    }
  }

  private static List<double[]> points(Document document) {
    List<double[]> points = new ArrayList<>();
    NodeList paths = document.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      String data = ((Element) paths.item(i)).getAttribute("d").replaceAll("[MLZ]", " ").trim();
      String[] numbers = data.split(" +", -1);
      for (int at = 0; at < numbers.length; at += 2) {
        points.add(
            new double[] {Double.parseDouble(numbers[at]), Double.parseDouble(numbers[at + 1])});
      }
    }
    NodeList texts = document.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      Element text = (Element) texts.item(i);
      points.add(
          new double[] {
            Double.parseDouble(text.getAttribute("x")), Double.parseDouble(text.getAttribute("y"))
          });
    }
    return points;
  }

  /** In this layout the amine of the right-handed form points at the reader. */
  @Test
  void drawsOneMirrorImageWithAWedgeAndTheOtherHatched() {
    String right = draw("C[C@@H](N)C(=O)O", "");
    String left = draw("C[C@H](N)C(=O)O", "");
    String flat = draw("CC(N)C(=O)O", "");
    assertTrue(right.contains("mw-wedges"));
    assertFalse(left.contains("mw-wedges"));
    assertFalse(flat.contains("mw-wedges"));
    assertTrue(lines(left) > lines(flat), left);
  }

  /** OpenChemLib draws it in two halves, and between them a line would shine through. */
  @Test
  void drawsAWedgeAsOneTriangle() {
    Drawing drawing =
        StructureDrawing.of(
            GoldenMolecule.read("C[C@@H](N)C(=O)O"), new DrawingOptions(220, 160, ""));
    List<Integer> corners = new ArrayList<>();
    for (DrawingCommand command : drawing.commands()) {
      if (command instanceof DrawingCommand.Polygon polygon) {
        corners.add(polygon.corners().size());
      }
    }
    assertEquals(List.of(3), corners);
  }

  private static int lines(String svg) {
    return svg.length() - svg.replace("M", "").length();
  }

  @Test
  void writesNothingButAtoms() {
    String svg = draw("C[C@H](N)[C@@H](F)/C=C/Cl", "");
    List<String> labels = new ArrayList<>();
    for (String part : svg.split("<text[^>]*>", -1)) {
      labels.add(part.substring(0, Math.max(part.indexOf('<'), 0)));
    }
    labels.removeIf(String::isEmpty);
    labels.sort(null);
    assertEquals(List.of("2", "Cl", "F", "H", "N"), labels);
  }

  @Test
  void coloursALabelAndItsHydrogensByTheElement() {
    String svg = draw("[NH3+]C", "");
    assertEquals(4, svg.split("class=\"mw-atom-N\"", -1).length - 1, svg);
    assertTrue(draw("ClC", "").contains("class=\"mw-atom-Cl\""));
    assertTrue(draw("C[Fe]", "").contains("class=\"mw-atom-other\""));
  }

  @Test
  void drawsChargesWithAMinusSignAndColoursThemToo() {
    String svg = draw("CC(=O)[O-]", "");
    assertTrue(svg.contains("\u2212</text>"), svg);
    assertFalse(svg.contains(">-<"), svg);
    assertEquals(3, svg.split("class=\"mw-atom-O\"", -1).length - 1, svg);
  }

  @Test
  void drawsASmallMoleculeLargeInALargeFrame() {
    Drawing small = drawing("CC", 200, 200);
    Drawing large = drawing("CC", 2000, 2000);
    assertEquals(10 * length(small), length(large), 0.01);
    assertEquals(40, length(small), 0.5);
  }

  private static Drawing drawing(String smiles, int width, int height) {
    return StructureDrawing.of(GoldenMolecule.read(smiles), new DrawingOptions(width, height, ""));
  }

  private static double length(Drawing ethane) {
    DrawingCommand.Line line = (DrawingCommand.Line) ethane.commands().get(0);
    double x = line.to().x() - line.from().x();
    double y = line.to().y() - line.from().y();
    return Math.sqrt(x * x + y * y);
  }

  @Test
  void paintsEachPaletteInItsColours() {
    for (Palette palette : Palette.values()) {
      String svg =
          StructureDrawing.svg(
              GoldenMolecule.read("CCN"),
              new DrawingOptions(220, 160, "", palette, AtomHighlights.none()));
      assertTrue(svg.contains("stroke=\"" + palette.foreground() + "\""), svg);
      assertTrue(svg.contains("fill=\"" + AtomColour.N.hex(palette) + "\""), svg);
    }
  }

  /** One of the 47 molecules of the 400 whose layout takes chance turns. */
  @Test
  void isTheSameEachTime() {
    String smiles = "C=CCc1ccccc1N(C(=O)c1ccccc1)C(C(=O)OCC)c1ccccc1";
    String first = draw(smiles, "a");
    for (int again = 0; again < 20; again++) {
      assertEquals(first, draw(smiles, "a"));
    }
  }

  @Test
  void refusesFramesOutOfRange() {
    for (int side : new int[] {15, 4097, -1, Integer.MIN_VALUE}) {
      assertThrows(IllegalArgumentException.class, () -> new DrawingOptions(side, 100, ""));
      assertThrows(IllegalArgumentException.class, () -> new DrawingOptions(100, side, ""));
    }
  }

  @Test
  void writesNumbersShortly() {
    assertEquals("0", ShortNumber.of(0.004));
    assertEquals("-0.01", ShortNumber.of(-0.01));
    assertEquals("12.3", ShortNumber.of(12.3));
    assertEquals("12.07", ShortNumber.of(12.066));
    assertEquals("-4", ShortNumber.of(-4.001));
  }

  private static String draw(String smiles, String title) {
    return StructureDrawing.svg(GoldenMolecule.read(smiles), new DrawingOptions(220, 160, title));
  }

  private static String text(Document document, String element) {
    return document.getElementsByTagName(element).item(0).getTextContent();
  }

  private static Document parse(String svg)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
