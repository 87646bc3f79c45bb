package io.github.molweave.trainer.metrics;

import java.util.Map;

/**
 * Everything measured of one set.
 *
 * @param samples how many texts were given
 * @param valid how many of them are molecules
 * @param unread how many of these OpenChemLib could not read, so that only validity counts them
 * @param measurements one for each {@link Metric} but those that do not apply
 * @param divergences the parts of the KL score, nats, by descriptor
 */
public record Row(
    int samples,
    int valid,
    int unread,
    Map<Metric, Measurement> measurements,
    Map<String, Double> divergences) {}
