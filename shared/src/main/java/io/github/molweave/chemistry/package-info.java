/**
 * SMILES text in, a molecule with its canonical form, formula, weight and picture out. The only
 * package of {@code shared} that uses OpenChemLib; nothing of OpenChemLib shows in its API.
 */
package io.github.molweave.chemistry;
