package io.github.molweave.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {
  private final LearningRateSchedule schedule =
      new LearningRateSchedule(0.002, OptionalInt.empty(), 10_000);

  @Test
  void risesInAStraightLine() {
    assertEquals(0.002 / 201, schedule.at(0), 1e-15);
    assertEquals(0.002 * 100 / 201, schedule.at(99), 1e-15);
    assertEquals(0.002, schedule.at(200), 1e-15);
  }

  @Test
  void fallsAllTheWayToAHundredth() {
    for (long step = 200; step < 10_000; step++) {
      assertTrue(schedule.at(step + 1) < schedule.at(step), "step " + step);
    }
    assertEquals(0.002 * (0.01 + 0.99 * (1 + Math.sqrt(0.5)) / 2), schedule.at(2650), 1e-12);
    assertEquals(0.002 * (0.01 + 0.99 / 2), schedule.at(5100), 1e-12);
    assertEquals(0.00002, schedule.at(10_000), 1e-15);
    assertEquals(0.00002, schedule.at(Long.MAX_VALUE), 1e-15);
  }

  @Test
  void risesForAsLongAsAskedTo() {
    LearningRateSchedule slow = new LearningRateSchedule(0.002, OptionalInt.of(3000), 10_000);
    assertEquals(0.001, slow.at(1499), 1e-6);
    assertEquals(0.002, slow.at(3000), 1e-15);
    assertEquals(0.002 * (0.01 + 0.99 / 2), slow.at(6500), 1e-12);
    LearningRateSchedule none = new LearningRateSchedule(0.002, OptionalInt.of(0), 10_000);
    assertEquals(0.002, none.at(0), 1e-15);
  }

  @Test
  void aRunOfOneStepHasAStepSize() {
    assertEquals(0.002, new LearningRateSchedule(0.002, OptionalInt.empty(), 1).at(0), 1e-15);
  }
}
