package io.github.molweave.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class CorpusCommandTest {
  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  @Test
  void writesWhatIsLeftAndReportsTheRestAsTextAndJson() throws IOException {
    Path raw =
        file(
            "raw.csv",
            "id;x,smiles\n1,OCC\n2,CCO\n3,\"C[N+](C)(C)C.[Cl-]\"\n4,CC[Xx]\n5,C\n6,CCS\n");
    CommandRun run =
        CommandRun.of(
            "corpus",
            raw,
            "--largest-fragment",
            "--min-tokens",
            2,
            "--max-tokens",
            12,
            "--elements",
            "C,N,O",
            "--out",
            out("clean.smi"),
            "--report",
            out("clean.json"));
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertEquals("OCC\nC[N+](C)(C)C\n", Files.readString(out("clean.smi")));
    assertTrue(run.err().contains("1  dropped: same molecule as an earlier one"), run.err());
    assertTrue(run.err().contains("raw.csv line 3"), run.err());
    assertTrue(run.err().contains("1  of these are charged now"), run.err());
    JsonObject report =
        JsonParser.parseString(Files.readString(out("clean.json"))).getAsJsonObject();
    assertEquals(1, report.getAsJsonObject("dropped").get("unknown-element").getAsInt());
    assertEquals(1, report.getAsJsonObject("dropped").get("unwanted-element").getAsInt());
    assertEquals(1, report.getAsJsonObject("remarks").get("charged-by-cut").getAsInt());
  }

  @Test
  void packsAndRewritesWhenAskedTo() throws IOException {
    Path one = file("one.smi", "OC(c1ccccc1OC(C)=O)=O\n");
    Path other = file("other.smi", "CC(=O)Oc1ccccc1C(=O)O\n");
    String first = null;
    for (Path raw : List.of(one, other)) {
      Path packed = out(raw.getFileName() + ".gz");
      CommandRun run = CommandRun.of("corpus", raw, "--canonical", "--out", packed);
      assertEquals(0, run.exitCode(), run.err());
      try (GZIPInputStream lines = new GZIPInputStream(Files.newInputStream(packed))) {
        String text = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(first == null || first.equals(text), text);
        first = text;
      }
    }
  }

  @Test
  void leavesNothingHalfWritten() throws IOException {
    Path good = file("good.smi", "CC\n");
    for (Path bad : List.of(file("empty.smi", ""), out("none.smi"), folder)) {
      CommandRun run = CommandRun.of("corpus", good, bad, "--out", out("clean.smi"));
      assertEquals(3, run.exitCode(), run.err());
      assertFalse(Files.exists(out("clean.smi")));
    }
    assertEquals(
        2,
        CommandRun.of(
                "corpus", good, "--one-fragment", "--largest-fragment", "--out", out("clean.smi"))
            .exitCode());
    CommandRun taken = CommandRun.of("corpus", good, "--out", out("x.smi"), "--report", good);
    assertEquals(2, taken.exitCode(), taken.err());
    assertFalse(Files.exists(out("x.smi")));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsWhatAShellPipesToIt() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
    List<String> words =
        List.of(
            "/bin/bash",
            "-c",
            "exec \"$1\" -XX:TieredStopAtLevel=1 -cp \"$2\" \"$3\" corpus <(echo CCO) --out \"$4\"",
            "bash",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            System.getProperty("java.class.path"),
            Molweave.class.getName(),
            out("piped.smi").toString());
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), told);
    assertEquals("CCO\n", Files.readString(out("piped.smi")));
  }

  @Test
  void saysHowToGetAPublicSetWithoutANetwork() throws IOException {
    Map<String, String> away =
        Map.of("XDG_CACHE_HOME", folder.toString(), "MOLWEAVE_SETS", "http://localhost:1/");
    for (String command : List.of("corpus", "train")) {
      CommandRun run =
          command.equals("corpus")
              ? CommandRun.with(away, command, "zinc250k", "--out", out("z.smi"))
              : CommandRun.with(away, command, "--corpus", "zinc250k", "--out", out("run"));
      assertEquals(3, run.exitCode(), run.err());
      assertTrue(run.err().contains("#set-not-fetched"), run.err());
      assertTrue(run.err().contains("ZINC is free to use"), run.err());
      assertTrue(run.err().contains(folder.resolve("molweave/sets").toString()), run.err());
    }
    Path place = folder.resolve("molweave/sets/guacamol_v1_train.smiles");
    Files.writeString(place, "CC\n");
    CommandRun wrong = CommandRun.with(away, "corpus", "guacamol", "--out", out("g.smi"));
    assertTrue(wrong.err().contains("#set-other-file"), wrong.err());
  }
}
