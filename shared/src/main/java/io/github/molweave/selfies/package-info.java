/**
 * SMILES to SELFIES and back: a notation in which every sequence of symbols is a molecule, because
 * each atom takes only the bonds that are still free. Both versions in use are here.
 */
package io.github.molweave.selfies;
