package io.github.molweave.novelty;

/** A novelty file that is not what it should be; the message says what, where and what to do. */
public final class NoveltyFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final NoveltyProblem problem;

  NoveltyFileException(NoveltyProblem problem, int at, String what) {
    super(what + " (byte " + at + "). " + problem.advice());
    this.problem = problem;
  }

  /** Which of the ways to be wrong. */
  public NoveltyProblem problem() {
    return problem;
  }
}
