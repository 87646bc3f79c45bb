package io.github.molweave.trainer.device;

/**
 * All that training carries from one step to the next, in the order of {@link ParameterLayout}.
 * Together with the settings and the position in the corpus it decides everything that follows.
 *
 * @param parameters the weights
 * @param firstMoment Adam's running mean of the gradient
 * @param secondMoment Adam's running mean of its square
 * @param updates how many optimiser steps were taken
 */
public record NetworkState(
    float[] parameters, float[] firstMoment, float[] secondMoment, int updates) {

  /** Checks that the three arrays are of one length. */
  public NetworkState {
    if (firstMoment.length != parameters.length || secondMoment.length != parameters.length) {
      throw new IllegalArgumentException(
          "parameters and moments differ in length: "
              + parameters.length
              + ", "
              + firstMoment.length
              + ", "
              + secondMoment.length);
    }
  }

  /** The state before the first step: {@code parameters} and zero moments. */
  public static NetworkState fresh(float[] parameters) {
    int size = parameters.length;
    return new NetworkState(parameters, new float[size], new float[size], 0);
  }
}
