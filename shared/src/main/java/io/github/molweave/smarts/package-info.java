/** Patterns of atoms and bonds in the SMARTS language, and where they occur in a molecule. */
package io.github.molweave.smarts;
