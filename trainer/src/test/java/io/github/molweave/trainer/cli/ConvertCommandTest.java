package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFile.Precision;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from the file of another framework to molecules. */
final class ConvertCommandTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void nameTheFile() {
    out = folder.resolve("converted.safetensors");
  }

  private static Path source(String name) throws URISyntaxException {
    String path = "/io/github/molweave/trainer/conversion/" + name;
    return Path.of(ConvertCommandTest.class.getResource(path).toURI());
  }

  private CommandRun reinvent(Object... more) throws URISyntaxException {
    Object[] all = new Object[6 + more.length];
    all[0] = "convert";
    all[1] = "pytorch";
    all[2] = source("reinvent.safetensors");
    all[3] = "--vocabulary=" + source("reinvent.json");
    all[4] = "--out";
    all[5] = out;
    System.arraycopy(more, 0, all, 6, more.length);
    return CommandRun.of(all);
  }

  private static ModelFile read(Path file) throws IOException {
    return ModelFileReader.read(Files.readAllBytes(file));
  }

  @Test
  void theCardTellsWhereANetworkComesFrom() throws URISyntaxException, IOException {
    CommandRun run = reinvent("--card", "licence=CC0");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.out());
    ModelFile model = read(out);
    assertEquals("CC0", model.card().get("licence"));
    assertEquals("PyTorch, as a safetensors file", model.card().get("converted from"));
    String files = model.card().get("source files");
    String sum = Sha256.hexOf(Files.readAllBytes(source("reinvent.safetensors")));
    assertTrue(files.startsWith("reinvent.safetensors, SHA-256 " + sum + "\nreinvent.json"), files);
    assertFalse(files.contains("/"), files);
  }

  @Test
  void exportingAnewKeepsEveryBitAndInt8GivesTheSameMolecules()
      throws URISyntaxException, IOException {
    reinvent();
    Path again = folder.resolve("again.safetensors");
    CommandRun.of("export", out, "--out", again, "--precision", "f32");
    assertArrayEquals(Files.readAllBytes(out), Files.readAllBytes(again));
    Path small = folder.resolve("small.safetensors");
    CommandRun.of("export", out, "--out", small);
    String molecules = CommandRun.of("sample", "--model", out, "--count", 20).out();
    assertEquals(20, molecules.lines().count());
    assertEquals(molecules, CommandRun.of("sample", "--model", small, "--count", 20).out());
    CommandRun direct = reinvent("--precision", "int8", "--force");
    assertEquals(0, direct.exitCode(), direct.err());
    assertEquals(Precision.INT8, read(out).precision());
    assertArrayEquals(Files.readAllBytes(small), Files.readAllBytes(out));
  }

  @Test
  void theBooksModelIsSampledAndScored() throws URISyntaxException {
    CommandRun run = CommandRun.of("convert", "tfjs", source("dream"), "--out", out);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("Note: no token ends a molecule"), run.err());
    assertTrue(run.err().contains("6 rows behind the last token were left out"), run.err());
    CommandRun sample =
        CommandRun.of("sample", "--model", out, "--count", 30, "--seed", 3, "--format", "csv");
    assertEquals(0, sample.exitCode(), sample.err());
    assertEquals(31, sample.out().lines().count());
    assertFalse(sample.out().contains("nop"), sample.out());
    assertEquals(
        sample.out(),
        CommandRun.of("sample", "--model", out, "--count", 30, "--seed", 3, "--format", "csv")
            .out());
    CommandRun score = CommandRun.of("score", "--model", out, "[C][=C][N]");
    assertEquals(0, score.exitCode(), score.err());
    String shown = CommandRun.of("inspect", out).out();
    assertTrue(shown.contains("end: none\nmask: [nop] (id 0)\nlengths: 1..99"), shown);
  }

  @Test
  void lengthsAreHeldTo() throws URISyntaxException, IOException {
    CommandRun.of("convert", "tfjs", source("dream"), "--out", out, "--lengths", "3..4");
    assertEquals(new ModelFile.LengthRange(3, 4), read(out).lengths());
    for (String wrong : new String[] {"4..3", "1..2..3", "7", "0..10001", "a..b", "-1..3"}) {
      CommandRun run =
          CommandRun.of(
              "convert", "tfjs", source("dream"), "--out", out, "--force", "--lengths=" + wrong);
      assertEquals(2, run.exitCode(), wrong);
      assertTrue(run.err().contains("1..99"), run.err());
    }
  }

  @Test
  void aFaultOfTheNetworkAndOneOfTheTokensHaveTheirOwnCodes()
      throws URISyntaxException, IOException {
    CommandRun model = CommandRun.of("convert", "tfjs", folder, "--out", out);
    assertEquals(4, model.exitCode(), model.err());
    assertTrue(model.err().contains("#convert-unreadable"), model.err());
    Path list = Files.writeString(folder.resolve("list.txt"), "C\nN\n");
    CommandRun tokens = reinvent("--vocabulary=" + list);
    assertEquals(2, tokens.exitCode(), "--vocabulary twice");
    tokens = CommandRun.of("convert", "tfjs", source("dream"), "--vocabulary", list, "--out", out);
    assertEquals(3, tokens.exitCode(), tokens.err());
    assertTrue(tokens.err().contains("#convert-vocabulary-size"), tokens.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void replacesNothingUnasked() throws URISyntaxException, IOException {
    Files.writeString(out, "mine");
    assertEquals(2, reinvent().exitCode());
    assertEquals("mine", Files.readString(out));
  }

  @Test
  void withoutAKindItShowsItsHelp() {
    CommandRun run = CommandRun.of("convert");
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains("tfjs") && run.err().contains("pytorch"), run.err());
  }
}
