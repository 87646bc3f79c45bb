package io.github.molweave.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.molweave.network.LanguageModel;
import io.github.molweave.network.Streams;
import io.github.molweave.sampling.SmallModels;
import io.github.molweave.tokens.UnknownTokenException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateTraceTest {
  private static final LanguageModel MODEL =
      LanguageModel.of(SmallModels.withEnd(4, "C", "N", "Cl"));

  @Test
  void tellsTheMemoryAfterStartAndAfterEachToken() {
    StateTrace trace = StateTrace.of(MODEL, "ClNC");
    assertEquals(List.of("<start>", "Cl", "N", "C"), trace.tokens());
    Streams streams = MODEL.streams(1);
    int[] fed = {0, 4, 3, 2};
    for (int step = 0; step < fed.length; step++) {
      streams.step(new int[] {fed[step]}, 1, new double[5]);
      assertEquals(streams.save(0), trace.states().get(step));
    }
    assertEquals(fed.length, trace.states().size());
  }

  @Test
  void theEmptyTextIsStartAlone() {
    assertEquals(List.of("<start>"), StateTrace.of(MODEL, "").tokens());
  }

  @Test
  void refusesATokenThatTheModelLacks() {
    assertThrows(UnknownTokenException.class, () -> StateTrace.of(MODEL, "CBr"));
  }
}
