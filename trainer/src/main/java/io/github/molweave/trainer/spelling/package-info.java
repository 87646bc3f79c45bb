/**
 * One molecule, many texts: SMILES read as it is written, and written again with its atoms in
 * another order. Nothing is perceived or rewritten on the way, so that a new spelling says exactly
 * what the old one said.
 */
package io.github.molweave.trainer.spelling;
