package io.github.molweave.sampling;

/** How much a {@link Sample} records of the steps that made it. It never changes what is drawn. */
public enum StepDetail {
  /** Text and total only: the fastest. */
  NONE,
  /** Each token with its log probability. */
  TOKENS,
  /** Each token with its log probability and the likeliest others of its step. */
  RUNNERS_UP
}
