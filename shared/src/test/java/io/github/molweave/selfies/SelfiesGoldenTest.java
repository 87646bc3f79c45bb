package io.github.molweave.selfies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.chemistry.CanonicalForm;
import io.github.molweave.chemistry.MoleculeReader;
import io.github.molweave.chemistry.ReadRule;
import io.github.molweave.chemistry.Reading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference implementation, by the file that golden.py made; molecules compared by OCL. */
class SelfiesGoldenTest {

  private record Row(SelfiesVersion version, String direction, String smiles, String selfies) {}

  private static List<Row> rows(String direction) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                SelfiesGoldenTest.class.getResourceAsStream("golden.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells[1].equals(direction)) {
          rows.add(new Row(SelfiesVersion.ofId(cells[0]), direction, cells[2], cells[3]));
        }
      }
    }
    return rows;
  }

  @Test
  void writesTheSecondVersionToTheCharacter() throws IOException {
    for (Row row : rows("encode")) {
      if (row.version() == SelfiesVersion.TWO) {
        assertEquals(row.selfies(), SelfiesTest.encoded(row.smiles(), row.version()));
      }
    }
  }

  /**
   * Of some molecules the first version's reference chooses other double bonds, and of some it
   * loses the hand of a centre; 10 of these 250.
   */
  @Test
  void writesNearlyAllOfTheFirstVersionToTheCharacter() throws IOException {
    int other = 0;
    for (Row row : rows("encode")) {
      String written = SelfiesTest.encoded(row.smiles(), row.version());
      other += written.equals(row.selfies()) ? 0 : 1;
    }
    assertTrue(other <= 10, other + " differ");
  }

  @Test
  void whatIsWrittenIsReadAsTheSameMolecule() throws IOException {
    List<Row> rows = rows("encode");
    assertEquals(500, rows.size());
    for (Row row : rows) {
      String selfies = SelfiesTest.encoded(row.smiles(), row.version());
      String again = SelfiesTest.decoded(selfies, row.version());
      assertEquals(idcode(row.smiles()), idcode(again), row.smiles() + " as " + again);
    }
  }

  @Test
  void readsEverySequenceAsTheReferenceDoes() throws IOException {
    List<Row> rows = rows("decode");
    assertEquals(300, rows.size());
    for (Row row : rows) {
      String read = SelfiesTest.decoded(row.selfies(), row.version());
      assertEquals(idcode(row.smiles()), idcode(read), row.selfies() + " as " + read);
    }
  }

  private static String idcode(String smiles) {
    Reading reading = MoleculeReader.read(smiles, ReadRule.LENIENT);
    if (reading instanceof Reading.Rejected rejected) {
      throw new AssertionError(smiles + ": " + rejected.reason());
    }
    return CanonicalForm.of(((Reading.Understood) reading).molecule()).idcode();
  }
}
