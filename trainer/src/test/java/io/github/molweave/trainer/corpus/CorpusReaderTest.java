package io.github.molweave.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.molweave.trainer.corpus.CorpusException.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorpusReaderTest {

  /** "line:text" of each molecule, "line!REASON" of each bad line. */
  private static List<String> read(CorpusSource source, String column) throws CorpusException {
    List<String> seen = new ArrayList<>();
    new CorpusReader(column)
        .read(
            source,
            new CorpusReader.Sink() {
              @Override
              public void molecule(long line, String text) {
                seen.add(line + ":" + text);
              }

              @Override
              public void bad(long line, DropReason reason, String detail) {
                seen.add(line + "!" + reason);
              }
            });
    return seen;
  }

  private static List<String> read(CorpusSource source) throws CorpusException {
    return read(source, null);
  }

  private static Problem problemOf(CorpusSource source, String column) {
    return assertThrows(CorpusException.class, () -> read(source, column)).problem();
  }

  private static Problem problemOf(CorpusSource source) {
    return problemOf(source, null);
  }

  @Test
  void takesTheFirstFieldOfEachLineAndCountsBlankOnes() throws Exception {
    assertEquals(
        List.of("1:CCO", "3:c1ccccc1", "4:N"),
        read(CorpusFiles.text("a.smi", "CCO ethanol\n\nc1ccccc1\tbenzene 2\n  N")));
  }

  @Test
  void readsEveryKindOfLineEnd() throws Exception {
    assertEquals(
        List.of("1:CC", "2:CN", "3:CO", "4:CF"),
        read(CorpusFiles.text("a.txt", "CC\r\nCN\nCO\rCF\r\n")));
  }

  @Test
  void passesOverByteOrderMarkAndHeading() throws Exception {
    assertEquals(
        List.of("2:CCO"), read(CorpusFiles.text("a.smi", "\uFEFFSMILES name\nCCO ethanol\n")));
  }

  @Test
  void unpacksGzipWhateverTheName() throws Exception {
    byte[] packed = CorpusFiles.gzip("CCO\nCCN\n");
    assertEquals(List.of("1:CCO", "2:CCN"), read(CorpusFiles.bytes("a.smi.gz", packed)));
    assertEquals(List.of("1:CCO", "2:CCN"), read(CorpusFiles.bytes("a.smi", packed)));
  }

  @Test
  void readsTablesByTheNameOfTheColumn() throws Exception {
    String csv = "id,SMILES,note\n1,CCO,\"a, b\"\n2,\"CCN\n\",\"two\nlines\"\n3,CCF,\n";
    assertEquals(List.of("2:CCO", "3:CCN", "6:CCF"), read(CorpusFiles.text("a.csv", csv)));
    String tsv = "mol\tid\nC=O\t7\n";
    assertEquals(
        List.of("2:C=O"), read(CorpusFiles.bytes("a.tsv.gz", CorpusFiles.gzip(tsv)), "mol"));
  }

  @Test
  void namesRowsWithoutAMolecule() throws Exception {
    assertEquals(
        List.of("2!NO_FIELD", "3!NO_FIELD", "4:C"),
        read(CorpusFiles.text("a.csv", "id,smiles\n1\n2,\n3,C\n")));
  }

  @Test
  void namesLinesThatAreNoText() throws Exception {
    byte[] latin = "CC\nC\u00e9\nC\u0007\nCN m\u00e9thyl\n".getBytes(StandardCharsets.ISO_8859_1);
    assertEquals(
        List.of("1:CC", "2!NOT_TEXT", "3!NOT_TEXT", "4:CN"),
        read(CorpusFiles.bytes("a.smi", latin)));
  }

  @Test
  void namesALineOfAMegabyteAndGoesOn() throws Exception {
    String lines = "CC\r\n" + "C".repeat(1 << 20) + "\r\nCN\r\n" + " ".repeat(1 << 20) + "C\nCO\n";
    List<String> expected = List.of("1:CC", "2!LINE_TOO_LONG", "3:CN", "4!LINE_TOO_LONG", "5:CO");
    assertEquals(expected, read(CorpusFiles.text("a.smi", lines)));
    String rows = "smiles\n" + ",".repeat(1 << 20) + "\nCN\n";
    assertEquals(List.of("2!LINE_TOO_LONG", "3:CN"), read(CorpusFiles.text("a.csv", rows)));
  }

  @Test
  void refusesWhatIsNotThere(@TempDir Path folder) {
    assertEquals(Problem.MISSING, problemOf(CorpusSource.file(folder.resolve("none.smi"))));
    assertEquals(Problem.UNREADABLE, problemOf(CorpusSource.file(folder)));
  }

  private static String wordsFor(CorpusSource source) {
    return assertThrows(CorpusException.class, () -> read(source)).getMessage();
  }

  @Test
  void refusesLinksThatLeadNowhereAndPipesWithoutAWriter(@TempDir Path folder) throws Exception {
    Path circle = folder.resolve("circle.smi");
    Files.createSymbolicLink(circle, circle);
    Path dangling = Files.createSymbolicLink(folder.resolve("a.smi"), folder.resolve("none"));
    for (Path link : List.of(circle, dangling)) {
      assertEquals(Problem.UNREADABLE, problemOf(CorpusSource.file(link)));
      assertTrue(wordsFor(CorpusSource.file(link)).contains("a link that leads to no file"));
    }
    Path pipe = folder.resolve("pipe.smi");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    String words =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> wordsFor(CorpusSource.file(pipe)), "waits for a writer");
    assertTrue(words.contains("pipe.smi is a pipe"), words);
  }

  @Test
  void saysWhoMayNotRead() {
    CorpusSource closed =
        new CorpusSource(
            "a.smi",
            () -> {
              throw new AccessDeniedException("/home/somebody/a.smi");
            });
    assertEquals(Problem.UNREADABLE, problemOf(closed));
    assertTrue(wordsFor(closed).startsWith("a.smi may not be read by you."), wordsFor(closed));
  }

  @Test
  void namesWhatIsOftenTakenForText() throws Exception {
    byte[] packed = CorpusFiles.gzip("CCO\n".repeat(500));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(again)) {
      out.write(packed);
    }
    Map<String, byte[]> files =
        Map.of(
            "gzip twice", again.toByteArray(),
            "zip", new byte[] {'P', 'K', 3, 4, 20, 0},
            "bzip2", "BZh91AY&SY".getBytes(StandardCharsets.US_ASCII),
            "xz", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0},
            "zstd", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
            "UTF-16", "\uFEFFCCO\n".getBytes(StandardCharsets.UTF_16LE),
            "UTF-16.", "\uFEFFCCO\n".getBytes(StandardCharsets.UTF_16BE));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      CorpusSource source = CorpusFiles.bytes("a.smi.gz", file.getValue());
      assertEquals(Problem.BINARY, problemOf(source), file.getKey());
      assertTrue(wordsFor(source).contains(file.getKey()), wordsFor(source));
    }
  }

  @Test
  void explainsADiskThatFails() {
    CorpusSource failing =
        new CorpusSource(
            "a.smi",
            () -> {
              throw new IOException("no luck");
            });
    assertEquals(Problem.UNREADABLE, problemOf(failing));
  }

  @Test
  void refusesBinary() {
    byte[] noise = new byte[4000];
    new Random(1).nextBytes(noise);
    assertEquals(Problem.BINARY, problemOf(CorpusFiles.bytes("a.smi", noise)));
    byte[] wide = "CCO\nCCN\n".getBytes(StandardCharsets.UTF_16LE);
    assertEquals(Problem.BINARY, problemOf(CorpusFiles.bytes("a.smi", wide)));
  }

  @Test
  void refusesGzipCutAtAnyByte() throws Exception {
    byte[] packed = CorpusFiles.gzip("CCO\nCCN\nc1ccccc1\n");
    for (int length = 2; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertEquals(Problem.BROKEN_GZIP, problemOf(CorpusFiles.bytes("a.smi.gz", cut)));
    }
  }

  @Test
  void refusesDamagedGzip() throws Exception {
    byte[] packed = CorpusFiles.gzip("CCO\nCCN\nc1ccccc1\n");
    packed[packed.length - 6] ^= 1;
    assertEquals(Problem.BROKEN_GZIP, problemOf(CorpusFiles.bytes("a.smi.gz", packed)));
  }

  @Test
  void refusesATableWithoutTheColumnAndNamesThoseItHas() {
    CorpusSource table = CorpusFiles.text("a.csv", "id,structure\n1,CC\n");
    CorpusException thrown = assertThrows(CorpusException.class, () -> read(table));
    assertEquals(Problem.NO_COLUMN, thrown.problem());
    assertTrue(thrown.getMessage().contains("id | structure"), thrown.getMessage());
    assertEquals(Problem.NO_COLUMN, problemOf(table, "smiles"));
  }

  @Test
  void guessesWhatATableOfOneColumnWasMeantToBe() {
    assertTrue(wordsFor(CorpusFiles.text("a.csv", "id;smiles\n1;CC\n")).contains("semicolons"));
    assertTrue(wordsFor(CorpusFiles.text("a.csv", "id\tsmiles\n1\tCC\n")).contains(".tsv."));
    assertTrue(wordsFor(CorpusFiles.text("a.tsv", "id,smiles\n1,CC\n")).contains(".csv."));
    assertTrue(wordsFor(CorpusFiles.text("a.csv", "CCO\nCCN\n")).contains(".smi."));
    assertTrue(wordsFor(CorpusFiles.text("a.csv", "id,structure\n")).endsWith("with --column."));
  }

  @Test
  void refusesATableWithTheColumnTwice() throws Exception {
    CorpusSource table = CorpusFiles.text("a.csv", "smiles,id,SMILES\nCC,1,CN\n");
    assertEquals(Problem.NO_COLUMN, problemOf(table));
    assertTrue(wordsFor(table).contains("2 columns with such a name: 'smiles | SMILES'"));
    assertEquals(List.of("2:CN"), read(table, "SMILES"));
    assertEquals(Problem.NO_COLUMN, problemOf(CorpusFiles.text("a.csv", "x,x\nC,N\n"), "x"));
  }

  @Test
  void goesOnAfterAByteThatIsNoTextFarDownTheFile() throws Exception {
    List<String> seen = read(CorpusFiles.text("a.smi", "CCO\n".repeat(3000) + "C\0N\nCC\n"));
    assertEquals(List.of("3001!NOT_TEXT", "3002:CC"), seen.subList(3000, 3002));
  }

  @Test
  void readsTablesWhoseLinesEndByReturnsOnly() throws Exception {
    assertEquals(
        List.of("2:CCO", "3:CCN"), read(CorpusFiles.text("a.csv", "id,smiles\r1,CCO\r2,CCN\r")));
  }

  @Test
  void refusesATableWithAQuotationMarkThatIsNeverClosed() {
    String open = "smiles,id\nCC,\"1\nCN,2\n";
    assertEquals(Problem.BROKEN_TABLE, problemOf(CorpusFiles.text("a.csv", open)));
    String endless = "smiles,id\nCC,\"1\n" + "CN,2\n".repeat(1_000_000);
    assertEquals(Problem.BROKEN_TABLE, problemOf(CorpusFiles.text("a.csv", endless)));
  }

  @Test
  void digestsTheFileAsStored(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("abc.smi");
    Files.writeString(file, "abc");
    String digest =
        new CorpusReader(null)
            .read(
                CorpusSource.file(file),
                new CorpusReader.Sink() {
                  @Override
                  public void molecule(long line, String text) {}

                  @Override
                  public void bad(long line, DropReason reason, String detail) {}
                });
    // FIPS 180-4, the one-block example.
    assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", digest);
  }
}
