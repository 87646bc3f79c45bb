package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DrawCommandTest {
  private static final String ASPIRIN = "CC(=O)Oc1ccccc1C(=O)O";

  @TempDir private Path folder;

  private static CommandRun draw(Object... more) {
    List<Object> words = new ArrayList<>(List.of("draw"));
    words.addAll(Arrays.asList(more));
    return CommandRun.of(words.toArray());
  }

  private Path drawn(String name, Object... more) {
    Path file = folder.resolve(name);
    List<Object> words = new ArrayList<>(Arrays.asList(more));
    words.addAll(List.of("--out", file));
    CommandRun run = draw(words.toArray());
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.out());
    return file;
  }

  private Path list(String... lines) throws IOException {
    return Files.write(folder.resolve("list.smi"), List.of(lines));
  }

  @Test
  void drawsOnStdoutWithTheSmilesAsTitle() {
    CommandRun run = draw(ASPIRIN);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("<svg "), run.out());
    assertTrue(run.out().contains("<title>" + ASPIRIN + "</title>"), run.out());
    assertTrue(draw("C", "--title", "a<b").out().contains("<title>a&lt;b</title>"));
  }

  @Test
  void choosesTheKindByTheEndingOfTheFile() throws IOException {
    assertTrue(Files.readString(drawn("a.svg", ASPIRIN)).contains("currentColor"));
    assertTrue(Files.readString(drawn("a.mol", ASPIRIN)).contains(" 13 13  0  0  0"));
    assertTrue(Files.readString(drawn("b.mol", "C", "--molfile", "v3000")).contains("V3000"));
    assertTrue(Files.readString(drawn("a.sdf", ASPIRIN)).endsWith(ASPIRIN + "\n\n$$$$\n"));
    assertTrue(Files.readString(drawn("a.txt", "C", "--format", "mol")).contains("V2000"));
  }

  @Test
  void paintsAPictureOfTheChosenSizeAndPalette() throws IOException {
    BufferedImage light = ImageIO.read(drawn("a.png", ASPIRIN).toFile());
    assertEquals(300, light.getWidth());
    assertEquals(200, light.getHeight());
    assertEquals(0xFFFFFFFF, light.getRGB(0, 0));
    assertTrue(count(light, 0xFF1B1B1B) > 500, "bonds");
    assertTrue(count(light, 0xFFD02C2A) > 30, "oxygen");
    BufferedImage dark =
        ImageIO.read(
            drawn("b.png", ASPIRIN, "--palette", "dark", "--width", 1200, "--height", 900)
                .toFile());
    assertEquals(1200, dark.getWidth());
    assertEquals(0xFF121212, dark.getRGB(0, 0));
    assertTrue(count(dark, 0xFFF0F0F0) > 10 * count(light, 0xFF1B1B1B), "larger");
    BufferedImage clear = ImageIO.read(drawn("c.png", ASPIRIN, "--clear").toFile());
    assertEquals(0, clear.getRGB(0, 0));
  }

  private static int count(BufferedImage image, int colour) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == colour ? 1 : 0;
      }
    }
    return count;
  }

  /** The labels of SVG and of PNG stand at the same places. */
  @Test
  void paintsLabelsWhereTheyBelong() throws IOException {
    BufferedImage image =
        ImageIO.read(drawn("a.png", "[Fe]", "--width", 100, "--height", 100).toFile());
    int left = 100;
    int right = 0;
    for (int y = 0; y < 100; y++) {
      for (int x = 0; x < 100; x++) {
        if (image.getRGB(x, y) != 0xFFFFFFFF) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          assertTrue(y > 35 && y < 65, "row " + y);
        }
      }
    }
    assertEquals(50, (left + right) / 2.0, 2);
  }

  @Test
  void putsManyMoleculesOnASheetOrInOneFile() throws IOException {
    Path list = list("CCO", ASPIRIN, "C1CC1", "N", "O");
    BufferedImage sheet = ImageIO.read(drawn("a.png", "--in", list, "--columns", 2).toFile());
    assertEquals(600, sheet.getWidth());
    assertEquals(600, sheet.getHeight());
    assertTrue(count(sheet.getSubimage(300, 0, 300, 200), 0xFF1B1B1B) > 500, "aspirin is second");
    assertEquals(0, count(sheet.getSubimage(300, 400, 300, 200), 0xFF1B1B1B), "no sixth");
    String sdf = Files.readString(drawn("a.sdf", "--in", list));
    assertEquals(5, sdf.lines().filter("$$$$"::equals).count());
    assertTrue(Files.readString(drawn("a.svg", "CCO", "N")).contains("<title>2 molecules</title>"));
  }

  @Test
  void highlightsAtomsOfTheSmiles() throws IOException {
    String svg = Files.readString(drawn("a.svg", "CCO", "--highlights", "-,0.5,1"));
    assertEquals(3, svg.split("mw-highlights", -1).length);
    assertEquals(2, draw("CCO", "--highlights", "1").exitCode());
    assertEquals(2, draw("CCO", "--highlights", "1,2,3").exitCode());
    assertEquals(2, draw("CCO", "--highlights", "1,x,0").exitCode());
    assertEquals(2, draw("C", "C", "--highlights", "1").exitCode());
  }

  @Test
  void saysWhichMoleculeIsNone() throws IOException {
    Path out = folder.resolve("a.svg");
    CommandRun run = draw("--in", list("CCO", "CC(", "C1CC1"), "--out", out);
    assertEquals(3, run.exitCode(), run.err());
    assertTrue(run.err().contains("list.smi line 2: "), run.err());
    assertTrue(run.err().contains("#cli-no-molecule"), run.err());
    assertFalse(Files.exists(out));
    CommandRun skipping = draw("--in", list("CCO", "CC("), "--on-invalid", "skip", "--out", out);
    assertEquals(0, skipping.exitCode(), skipping.err());
    assertTrue(skipping.err().contains("line 2"), skipping.err());
    assertEquals(3, draw("CC(", "--on-invalid", "skip").exitCode());
  }

  @ParameterizedTest
  @CsvSource({
    "--width, 15",
    "--height, 4097",
    "--columns, 0",
    "--palette, pink",
    "--molfile, V1000",
    "--format, gif",
    "--out, a.gif"
  })
  void refusesOptionsOutOfRange(String option, String value) {
    CommandRun run = draw("C", option, value);
    assertEquals(2, run.exitCode(), run.err());
    assertEquals("", run.out());
  }

  @Test
  void refusesASheetThatNoProgramOpens() throws IOException {
    Path list = list("C\n".repeat(90).split("\n", -1));
    CommandRun run = draw("--in", list, "--columns", 1, "--format", "png");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("--columns"), run.err());
  }

  @Test
  void keepsWhatIsThereUnlessForced() throws IOException {
    Path out = Files.writeString(folder.resolve("a.svg"), "mine");
    assertEquals(2, draw("C", "--out", out).exitCode());
    assertEquals("mine", Files.readString(out));
    assertEquals(0, draw("C", "--out", out, "--force").exitCode());
    assertEquals(2, draw("C", "C", "--out", folder.resolve("a.mol")).exitCode());
    CommandRun quadruple = draw("[Re]$[Re]", "--out", folder.resolve("b.mol"));
    assertEquals(3, quadruple.exitCode(), quadruple.err());
  }
}
