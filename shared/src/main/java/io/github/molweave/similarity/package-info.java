/** How alike molecules are. */
package io.github.molweave.similarity;
