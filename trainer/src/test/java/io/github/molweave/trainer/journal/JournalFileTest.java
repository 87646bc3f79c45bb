package io.github.molweave.trainer.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.molweave.trainer.evaluation.Share;
import io.github.molweave.trainer.journal.JournalLine.Epoch;
import io.github.molweave.trainer.journal.JournalLine.Samples;
import io.github.molweave.trainer.journal.JournalLine.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir private Path folder;

  private static Step step(long number) {
    return new Step(NOON, number, 1, 0.5 * number, 0.25, 0.002, Double.NaN);
  }

  private static Epoch epoch(long steps, Samples samples) {
    return new Epoch(NOON, steps, 1, 1.5, Double.NaN, true, samples);
  }

  private Path file() {
    return folder.resolve("metrics.jsonl");
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    Samples samples =
        new Samples(
            new Share(903, 1000), new Share(900, 903), new Share(890, 900), List.of("C\"\\", "N"));
    List<JournalLine> lines = List.of(step(1), step(2), epoch(2, samples), epoch(4, null));
    JournalFile journal = JournalFile.jsonLines(file());
    journal.begin(List.of());
    for (JournalLine line : lines) {
      journal.add(line);
    }
    assertEquals(lines, JournalFile.read(file()));
    assertEquals(lines, journal.lines());
  }

  @Test
  void everyLineIsAJsonObjectWithSampleSizesAndIntervals() throws IOException {
    JournalFile journal = JournalFile.jsonLines(file());
    Share nine = new Share(9, 10);
    journal.begin(List.of(step(1), epoch(2, new Samples(nine, nine, nine, List.of("CCO")))));
    List<JsonObject> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file())) {
      lines.add(JsonParser.parseString(line).getAsJsonObject());
    }
    assertEquals("step", lines.get(0).get("kind").getAsString());
    assertTrue(lines.get(0).get("tokensPerSecond").isJsonNull());
    JsonObject validity = lines.get(1).getAsJsonObject("samples").getAsJsonObject("validity");
    assertEquals(10, validity.get("n").getAsInt());
    assertEquals(0.9, validity.get("value").getAsDouble());
    // Wilson's interval of 9 of 10, from the tables of Newcombe 1998.
    assertEquals(0.5958, validity.get("low").getAsDouble(), 1e-4);
    assertEquals(0.9821, validity.get("high").getAsDouble(), 1e-4);
  }

  @Test
  void leavesOutALineThatWasTornAndWhatIsNoLine() throws IOException {
    JournalFile journal = JournalFile.jsonLines(file());
    journal.begin(List.of(step(1)));
    Files.writeString(
        file(),
        "not JSON\n[1]\n{\"kind\":\"other\"}\n{\"kind\":\"step\",\"st",
        StandardOpenOption.APPEND);
    assertEquals(List.of(step(1)), JournalFile.read(file()));
    assertEquals(List.of(), JournalFile.read(folder.resolve("none")));
  }

  @Test
  void keepsOnlyTheLinesThatAreWanted() throws IOException {
    JournalFile journal = JournalFile.jsonLines(file());
    journal.begin(List.of(step(1), step(2), step(3)));
    journal.keep(line -> line.step() < 3);
    journal.add(step(4));
    assertEquals(List.of(step(1), step(2), step(4)), JournalFile.read(file()));
  }

  @Test
  void writesLaterWhatCouldNotBeWrittenForAWhile() throws IOException {
    Path away = folder.resolve("away");
    Path file = Files.createDirectory(folder.resolve("run")).resolve("metrics.jsonl");
    JournalFile journal = JournalFile.jsonLines(file);
    journal.begin(List.of(step(1)));
    Files.move(file.getParent(), away);
    assertThrows(IOException.class, () -> journal.add(step(2)));
    Files.move(away, file.getParent());
    journal.add(step(3));
    assertEquals(List.of(step(1), step(2), step(3)), JournalFile.read(file));
  }

  @Test
  void writesAllAgainIntoAFileThatSomeoneCutShort() throws IOException {
    JournalFile journal = JournalFile.jsonLines(file());
    journal.begin(List.of(step(1), step(2)));
    Files.writeString(file(), "");
    journal.add(step(3));
    assertEquals(List.of(step(1), step(2), step(3)), JournalFile.read(file()));
  }

  @Test
  void writesOverALineThatAFullDiskTore() throws IOException {
    JournalFile journal = JournalFile.jsonLines(file());
    journal.begin(List.of(step(1)));
    Files.writeString(file(), "{\"kind\":\"st", StandardOpenOption.APPEND);
    journal.add(step(2));
    assertEquals(2, Files.readAllLines(file()).size());
    assertEquals(List.of(step(1), step(2)), JournalFile.read(file()));
  }
}
