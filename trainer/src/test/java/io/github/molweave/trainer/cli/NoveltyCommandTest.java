package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.modelfile.ModelId;
import io.github.molweave.novelty.NoveltyFile;
import io.github.molweave.novelty.NoveltyFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NoveltyCommandTest {
  @TempDir private Path folder;

  private Path corpus(String... molecules) throws IOException {
    return Files.writeString(folder.resolve("corpus.smi"), String.join("\n", molecules) + "\n");
  }

  private Path filter(String... molecules) throws IOException {
    Path out = folder.resolve("corpus.novelty");
    CommandRun run =
        CommandRun.of("novelty", "--corpus", corpus(molecules), "--out", out, "--force");
    assertEquals(0, run.exitCode(), run.err());
    return out;
  }

  @Test
  void answersForEverySpelling() throws IOException {
    Path filter = filter("CCO", "c1ccccc1", "C[C@H](N)C(=O)O");
    CommandRun run =
        CommandRun.of("novelty", "--filter", filter, "OCC", "C1=CC=CC=C1", "CC(N)C(O)=O", "CCN");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(
        """
        smiles\tanswer
        OCC\tprobably in it
        C1=CC=CC=C1\tprobably in it
        CC(N)C(O)=O\tprobably in it
        CCN\tnot in the training set
        """,
        run.out());
    assertTrue(run.err().contains("\"not in the training set\" is certain"), run.err());
  }

  @Test
  void countsWhatCannotBeReadAndNamesTheModel() throws IOException {
    Path model = TinyModel.writeTo(folder.resolve("tiny.safetensors"));
    Path out = folder.resolve("tiny.novelty");
    Path corpus = corpus("CCO", "OCC", "CC(", "C1CC");
    CommandRun run = CommandRun.of("novelty", "--corpus", corpus, "--model", model, "--out", out);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("knows 2 molecules, 1 of them different"), run.err());
    assertTrue(run.err().contains("2 could not be read"), run.err());
    NoveltyFilter filter = NoveltyFile.read(Files.readAllBytes(out));
    assertEquals(1, filter.keys());
    assertEquals(2, filter.unreadable());
    String modelId = ModelId.of(ModelFileReader.read(Files.readAllBytes(model)));
    assertEquals(modelId, filter.modelId());
  }

  @Test
  void refusesToAskForWhatIsNoMolecule() throws IOException {
    Path filter = filter("CCO");
    CommandRun run = CommandRun.of("novelty", "--filter", filter, "CCO", "CC(");
    assertEquals(3, run.exitCode(), run.err());
    assertTrue(run.err().contains("molecule 2:"), run.err());
    assertTrue(run.err().contains("#cli-no-molecule"), run.err());
    CommandRun skipping =
        CommandRun.of("novelty", "--filter", filter, "--on-invalid", "skip", "CCO", "CC(");
    assertEquals(0, skipping.exitCode(), skipping.err());
    assertEquals("smiles\tanswer\nCCO\tprobably in it\n", skipping.out());
  }

  @Test
  void refusesWhatIsNoFilter() throws IOException {
    CommandRun none = CommandRun.of("novelty", "--filter", folder.resolve("none"), "C");
    assertEquals(3, none.exitCode());
    assertTrue(none.err().contains("#cli-filter-unreadable"), none.err());
    CommandRun other = CommandRun.of("novelty", "--filter", corpus("CCO"), "C");
    assertEquals(3, other.exitCode());
    assertTrue(other.err().contains("#novelty-another-format"), other.err());
  }

  @Test
  void makesNoneOfNothingOrToStdout() throws IOException {
    Path out = folder.resolve("a.novelty");
    CommandRun nothing = CommandRun.of("novelty", "--corpus", corpus("C1CC"), "--out", out);
    assertEquals(3, nothing.exitCode());
    assertTrue(nothing.err().contains("#corpus-nothing-left"), nothing.err());
    assertFalse(Files.exists(out));
    CommandRun stdout = CommandRun.of("novelty", "--corpus", corpus("CCO"));
    assertEquals(2, stdout.exitCode());
    assertTrue(stdout.err().contains("Name it by --out"), stdout.err());
  }

  @Test
  void doesOneThingAtATime() {
    assertEquals(2, CommandRun.of("novelty").exitCode());
    assertEquals(2, CommandRun.of("novelty", "--filter", "a.novelty").exitCode());
    assertEquals(2, CommandRun.of("novelty", "--corpus", "a.smi", "--filter", "b", "C").exitCode());
  }

  @Test
  void theHelpSaysWhatAFilterGivesAway() {
    for (String command : new String[] {"novelty", "train"}) {
      String help = CommandRun.of(command, "--help").out().replaceAll("\\s+", " ");
      assertTrue(help.contains("stay private"), help);
    }
  }
}
