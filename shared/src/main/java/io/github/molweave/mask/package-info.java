/**
 * Always-valid sampling: which tokens may come next so that a valid molecule is still within reach.
 * Stands on {@code smiles}; knows no model and no luck.
 */
package io.github.molweave.mask;
