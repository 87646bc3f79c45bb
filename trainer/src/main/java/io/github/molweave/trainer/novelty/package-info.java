/** The novelty filter of a corpus: what the page asks whether a molecule is new. */
package io.github.molweave.trainer.novelty;
