package io.github.molweave.trainer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.checkpoint.SettingsJson.UnknownSettingException;
import io.github.molweave.trainer.training.NetworkSettings;
import io.github.molweave.trainer.training.OptimiserSettings;
import io.github.molweave.trainer.training.TrainingSettings;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class SettingsJsonTest {
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(
          new NetworkSettings(CellKind.LSTM, 2, 3, 4, 0.25),
          new OptimiserSettings(0.1, OptionalInt.of(9), 2.5, 0.125),
          11,
          5,
          6,
          77,
          1L << 52);

  @Test
  void namesEverySettingByItsOption() {
    String expected =
        "{'cell':'lstm','layers':2,'hidden':3,'embedding':4,'dropout':0.25,'lr':0.1,'warmup':9,"
            + "'clip':2.5,'weight-decay':0.125,'epochs':11,'patience':5,'batch':6,"
            + "'max-length':77,'seed':4503599627370496}";
    assertEquals(JsonParser.parseString(expected), SettingsJson.of(SETTINGS));
  }

  @Test
  void readsWhatItWrote() {
    String text = SettingsJson.of(SETTINGS).toString();
    assertEquals(SETTINGS, SettingsJson.read(JsonParser.parseString(text).getAsJsonObject()));
  }

  @Test
  void takesWhatAnOlderFileLacksAsSwitchedOff() {
    JsonObject json = SettingsJson.of(SETTINGS);
    List.of("dropout", "weight-decay", "patience", "warmup").forEach(json::remove);
    TrainingSettings read = SettingsJson.read(json);
    assertEquals(0, read.network().dropout());
    assertEquals(0, read.optimiser().weightDecay());
    assertEquals(0, read.patience());
    assertEquals(OptionalInt.empty(), read.optimiser().warmup());
  }

  @Test
  void refusesASettingOfALaterVersionByName() {
    JsonObject json = SettingsJson.of(SETTINGS);
    json.addProperty("momentum", 0.9);
    UnknownSettingException thrown =
        assertThrows(UnknownSettingException.class, () -> SettingsJson.read(json));
    assertEquals("the setting 'momentum'", thrown.getMessage());
  }

  @Test
  void tellsWhatDiffersWithBothValues() {
    TrainingSettings other =
        new TrainingSettings(
            SETTINGS.network(),
            new OptimiserSettings(0.2, OptionalInt.empty(), 2.5, 0.125),
            11,
            5,
            6,
            77,
            1L << 52);
    assertEquals(List.of(), SettingsJson.differences(SETTINGS, SETTINGS));
    assertEquals(
        List.of("--lr was 0.1, now is 0.2", "--warmup was 9, now is not given"),
        SettingsJson.differences(SETTINGS, other));
  }
}
