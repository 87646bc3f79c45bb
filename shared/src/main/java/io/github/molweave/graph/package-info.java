/** A molecule as a graph: atoms, bonds, rings, aromaticity. */
package io.github.molweave.graph;
