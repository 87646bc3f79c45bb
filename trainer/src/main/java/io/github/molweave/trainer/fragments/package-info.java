/**
 * Molecules cut into parts: BRICS fragments and Murcko scaffolds, as RDKit cuts them. A graph goes
 * in, parts and their canonical keys come out.
 */
package io.github.molweave.trainer.fragments;
