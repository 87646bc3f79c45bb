package io.github.molweave.trainer.evaluation;

/**
 * A part of a number of things, with what chance makes of it.
 *
 * @param count how many have the property, 0..{@code of}
 * @param of how many were looked at, 0 or more
 */
public record Share(int count, int of) {
  /** Checks the range. */
  public Share {
    if (of < 0 || count < 0 || count > of) {
      throw new IllegalArgumentException(count + " of " + of + " is no share");
    }
  }

  /** 0..1; NaN of nothing. */
  public double value() {
    return (double) count / of;
  }

  /** The 95 % interval; 0..1 of nothing. */
  public Interval interval() {
    return of == 0 ? new Interval(0, 1) : Interval.ofProportion(count, of);
  }
}
