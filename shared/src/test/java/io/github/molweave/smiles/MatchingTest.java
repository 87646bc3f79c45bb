package io.github.molweave.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.smiles.Matching.Duty;
import io.github.molweave.smiles.Matching.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingTest {

  /** Edges as pairs of vertices, and which vertices need no partner. */
  private record Problem(int vertices, List<int[]> edges, boolean[] optional) {

    static Problem random(Random random, int vertices, double density) {
      List<int[]> edges = new ArrayList<>();
      for (int a = 0; a < vertices; a++) {
        for (int b = 0; b < a; b++) {
          if (random.nextDouble() < density) {
            edges.add(new int[] {a, b});
          }
        }
      }
      Collections.shuffle(edges, random);
      boolean[] optional = new boolean[vertices];
      for (int vertex = 0; vertex < vertices; vertex++) {
        optional[vertex] = random.nextInt(5) == 0;
      }
      return new Problem(vertices, edges, optional);
    }

    /** By trying everything. */
    boolean isSolvable(int from, int paired) {
      if (from == vertices) {
        return true;
      }
      boolean done = optional[from] || (paired >> from & 1) == 1;
      if (done && isSolvable(from + 1, paired)) {
        return true;
      }
      if ((paired >> from & 1) == 1) {
        return false;
      }
      for (int[] edge : edges) {
        int other = edge[0] == from ? edge[1] : edge[1] == from ? edge[0] : -1;
        if (other >= 0
            && (paired >> other & 1) == 0
            && isSolvable(from + 1, paired | 1 << from | 1 << other)) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void findsAPairingWheneverThereIsOne() {
    Random random = new Random(12);
    Matching matching = new Matching();
    int solvable = 0;
    for (int round = 0; round < 20_000; round++) {
      Problem problem = Problem.random(random, 2 + random.nextInt(11), 0.15 + 0.3 * (round % 2));
      matching.clear();
      matching.beginSearch();
      for (int vertex = 0; vertex < problem.vertices(); vertex++) {
        matching.add(problem.optional()[vertex] ? Duty.OPTIONAL : Duty.REQUIRED);
      }
      problem.edges().forEach(edge -> matching.join(edge[0], edge[1]));

      Outcome outcome = matching.solve();

      boolean expected = problem.isSolvable(0, 0);
      solvable += expected ? 1 : 0;
      assertEquals(expected ? Outcome.COMPLETE : Outcome.INCOMPLETE, outcome, "round " + round);
    }
    assertTrue(solvable > 3000 && solvable < 17_000, solvable + " solvable");
  }

  @Test
  void stopsWhenTheSearchGrowsTooLong() {
    Matching matching = new Matching(10);
    matching.beginSearch();
    for (int vertex = 0; vertex < 9; vertex++) {
      matching.add(Duty.REQUIRED);
    }
    for (int vertex = 0; vertex < 9; vertex++) {
      matching.join(vertex, (vertex + 1) % 9);
    }

    assertEquals(Outcome.ABANDONED, matching.solve());
  }
}
