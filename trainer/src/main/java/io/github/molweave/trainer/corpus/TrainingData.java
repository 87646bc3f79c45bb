package io.github.molweave.trainer.corpus;

/**
 * What a training run works with.
 *
 * @param training the molecules to learn from
 * @param validation the molecules to measure on, same vocabulary; empty only when there are fewer
 *     than two molecules or nothing was to be held out
 * @param report what was read, kept and dropped
 */
public record TrainingData(Corpus training, Corpus validation, CorpusReport report) {}
