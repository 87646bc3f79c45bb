package io.github.molweave.sampling;

/**
 * A token that was likely at a step but not drawn.
 *
 * @param text its spelling in the vocabulary
 * @param id its id
 * @param logProbability the model's own at this step: nats, T = 1, nothing cut away
 */
public record RunnerUp(String text, int id, double logProbability) {}
