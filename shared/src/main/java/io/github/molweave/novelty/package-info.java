/**
 * Whether a molecule is one of a corpus, without the corpus: a Bloom filter of it and the file that
 * holds one.
 */
package io.github.molweave.novelty;
