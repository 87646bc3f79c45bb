package io.github.molweave.trainer.spelling;

/** Numbers that look drawn, made from numbers that do not. */
public final class SplitMix {
  private SplitMix() {}

  /**
   * A number that differs from that of any other seed in about half of its bits.
   *
   * <p>Source: the finaliser of SplitMix64, Steele, Lea and Flood 2014, variant 13 of Stafford.
   */
  public static long mixed(long seed) {
    long hash = seed + 0x9e3779b97f4a7c15L;
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
