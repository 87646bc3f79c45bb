/**
 * Whether a SMILES is a molecule: tokens to an atom graph, the graph to a verdict with a place.
 *
 * <p>Judges as RDKit 2022.09.3 does ({@code MolFromSmiles}), without any toolkit, so that the page,
 * the command line and sampling agree.
 */
package io.github.molweave.smiles;
