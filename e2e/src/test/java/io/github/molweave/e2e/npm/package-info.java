/** The package for npm, used as its README says. */
package io.github.molweave.e2e.npm;
