/**
 * How like a set of molecules is to another one: the published measures of MOSES and GuacaMol, each
 * with its interval. Sets of SMILES go in, rows of measurements come out; no model is known here.
 */
package io.github.molweave.trainer.metrics;
