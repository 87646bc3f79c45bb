package io.github.molweave.scoring;

/**
 * One step of a scored text.
 *
 * @param text the token's spelling in the vocabulary, also for END
 * @param id the token's id
 * @param negativeLogLikelihood how little the model expected it here: nats, 0 or above
 */
public record ScoredToken(String text, int id, double negativeLogLikelihood) {}
