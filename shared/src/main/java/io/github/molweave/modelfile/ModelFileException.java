package io.github.molweave.modelfile;

/** A model file that is not what it should be; the message says what, where and what to do. */
public final class ModelFileException extends RuntimeException {
  private final Problem problem;
  private final String where;

  /**
   * @param what the finding, a clause without a full stop
   * @param where the place: {@code byte 12}, {@code metadata field start}, {@code
   *     output.weight[3,7]}
   */
  ModelFileException(Problem problem, String where, String what) {
    super(what + " (" + where + "). " + problem.advice());
    this.problem = problem;
    this.where = where;
  }

  /** Which of the ways to be wrong. */
  public Problem problem() {
    return problem;
  }

  /** The place in the file, in words. */
  public String where() {
    return where;
  }
}
