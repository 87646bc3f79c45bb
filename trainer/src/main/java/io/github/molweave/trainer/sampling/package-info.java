/**
 * Many molecules of one run by several threads: a model, options and a count go in, samples come
 * out in molecule order, as many at a time as a fixed window holds.
 */
package io.github.molweave.trainer.sampling;
