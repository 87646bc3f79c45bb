package io.github.molweave.trainer.checkpoint;

import java.time.Duration;

/**
 * How often the state of a run is put away, and how many of these states stay.
 *
 * @param interval between two checkpoints; the end of an epoch always has one
 * @param keep how many stay, 1..100: the newest, and those before it in case the disk fails
 */
public record CheckpointPlan(Interval interval, int keep) {
  /** Every ten minutes, the last two. */
  public static final CheckpointPlan USUAL =
      new CheckpointPlan(new Time(Duration.ofMinutes(10)), 2);

  static final int MOST = 100;

  /** Checks the range. */
  public CheckpointPlan {
    if (keep < 1 || keep > MOST) {
      throw new IllegalArgumentException("keep-checkpoints must be 1.." + MOST + ", not " + keep);
    }
  }

  /** The time or the work between two checkpoints. */
  public sealed interface Interval {
    /** Whether the next checkpoint is due. */
    boolean isOver(long steps, Duration time);
  }

  /** So many optimiser steps, 1 or more. */
  public record Steps(long count) implements Interval {
    @Override
    public boolean isOver(long steps, Duration time) {
      return steps >= count;
    }
  }

  /** So much time, above zero. */
  public record Time(Duration length) implements Interval {
    @Override
    public boolean isOver(long steps, Duration time) {
      return time.compareTo(length) >= 0;
    }
  }
}
