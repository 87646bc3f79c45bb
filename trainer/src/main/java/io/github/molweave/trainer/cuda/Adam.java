package io.github.molweave.trainer.cuda;

/**
 * Adam's numbers, those of ND4J's device: arXiv:1412.6980 in the form at the end of section 2,
 * where epsilon is added before the bias of the means is corrected.
 */
final class Adam {
  static final double BETA1 = 0.9;
  static final double BETA2 = 0.999;
  static final double EPSILON = 1e-8;

  private Adam() {}

  /** The step size of update {@code update}, counted from 0, with both corrections in it. */
  static double rate(double learningRate, int update) {
    double t = update + 1;
    return learningRate * Math.sqrt(1 - Math.pow(BETA2, t)) / (1 - Math.pow(BETA1, t));
  }
}
