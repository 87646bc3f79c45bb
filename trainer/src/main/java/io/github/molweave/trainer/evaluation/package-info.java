/**
 * How good a finished model is, measured through the inference core: the very numbers that the page
 * will get. A model and molecules go in, facts for the model card come out.
 */
package io.github.molweave.trainer.evaluation;
