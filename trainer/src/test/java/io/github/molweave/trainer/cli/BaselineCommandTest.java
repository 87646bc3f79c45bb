package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileReader;
import io.github.molweave.network.LanguageModel;
import io.github.molweave.scoring.SequenceScorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineCommandTest {
  @TempDir private Path folder;
  private Path like;
  private Path out;

  @BeforeEach
  void model() throws IOException {
    like = TinyModel.writeTo(folder.resolve("like.safetensors"));
    out = folder.resolve("baseline.safetensors");
  }

  /** Counted by hand: C four times, O twice, = and Cl once, the end three times; eleven in all. */
  @Test
  void aTokenIsAsLikelyAsItIsOftenInTheCorpus() throws IOException {
    ModelFile baseline = made("--kind", "frequency", "--corpus", corpus("CCO", "C=O", "CCl"));
    assertEquals(TinyModel.model().vocabulary().tokens(), baseline.vocabulary().tokens());
    double expected = 2 * nats(4, 11) + nats(2, 11) + nats(3, 11);
    assertEquals(expected, nll(baseline, "CCO"), 1e-5);
    assertEquals(nats(1, 11) + nats(1, 11) + nats(3, 11), nll(baseline, "=Cl"), 1e-5);
    assertTrue(nll(baseline, "N") > 900, "N does not occur");
    String corpus = baseline.card().get("corpus");
    assertTrue(corpus.startsWith("corpus.smi, 3 lines, SHA-256 "), corpus);
  }

  /** Seven tokens: the vocabulary without its start. */
  @Test
  void uniformTokensAreAllAsLikely() throws IOException {
    ModelFile baseline = made("--kind", "uniform", "--card", "name=Any token");
    assertEquals(4 * nats(1, 7), nll(baseline, "CCO"), 1e-5);
    assertEquals(4 * nats(1, 7), nll(baseline, "[nH]=N"), 1e-5);
    assertEquals("Any token", baseline.card().get("name"));
    assertEquals(ModelFile.Precision.INT8, baseline.precision());
  }

  @Test
  void theSameFilesGiveTheSameBytes() throws IOException {
    made("--kind", "frequency", "--corpus", corpus("CCO"));
    byte[] first = Files.readAllBytes(out);
    made("--kind", "frequency", "--corpus", corpus("CCO"), "--force");
    assertArrayEquals(first, Files.readAllBytes(out));
  }

  @Test
  void samplesOfItAreThoseOfAModel() throws IOException {
    made("--kind", "uniform");
    CommandRun run =
        CommandRun.of("sample", "--model", out, "--count", 50, "--seed", 3, "--validity", "mask");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(50, run.out().lines().count());
  }

  @Test
  void refusesWhatItCannotCount() throws IOException {
    assertRefused(2, "#cli-option", "--kind", "frequency");
    assertRefused(2, "#cli-option", "--kind", "uniform", "--corpus", corpus("CCO"));
    assertRefused(2, "", "--kind", "often");
    assertRefused(3, "F", "--kind", "frequency", "--corpus", corpus("CCO", "CF"));
    assertRefused(3, "", "--kind", "frequency", "--corpus", corpus("CF"), "--on-invalid", "skip");
    Files.writeString(like, "no model");
    assertRefused(4, "#model-", "--kind", "uniform");
  }

  private void assertRefused(int exitCode, String words, Object... arguments) {
    CommandRun run = CommandRun.of(with(arguments));
    assertEquals(exitCode, run.exitCode(), run.err());
    assertTrue(run.err().contains(words), run.err());
    assertFalse(Files.exists(out));
  }

  private ModelFile made(Object... arguments) throws IOException {
    CommandRun run = CommandRun.of(with(arguments));
    assertEquals(0, run.exitCode(), run.err());
    return ModelFileReader.read(Files.readAllBytes(out));
  }

  private Object[] with(Object... arguments) {
    Object[] all = new Object[arguments.length + 5];
    System.arraycopy(new Object[] {"baseline", "--like", like, "--out", out}, 0, all, 0, 5);
    System.arraycopy(arguments, 0, all, 5, arguments.length);
    return all;
  }

  private Path corpus(String... molecules) throws IOException {
    return Files.writeString(folder.resolve("corpus.smi"), String.join("\n", molecules) + "\n");
  }

  private static double nll(ModelFile model, String text) {
    return new SequenceScorer(LanguageModel.of(model)).score(text).negativeLogLikelihood();
  }

  private static double nats(int count, int total) {
    return -Math.log((double) count / total);
  }
}
