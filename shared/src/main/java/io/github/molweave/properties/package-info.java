/** Properties of one molecule, computed from its graph. */
package io.github.molweave.properties;
