/**
 * The benches themselves: what the peers are given, what counts, and what is said when it fails.
 */
package io.github.molweave.e2e.bench;
