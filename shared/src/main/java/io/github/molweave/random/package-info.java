/**
 * Counter-based noise: what is drawn depends on where it is used (seed, molecule, attempt, step,
 * token), never on what was drawn before.
 */
package io.github.molweave.random;
