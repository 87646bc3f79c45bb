/**
 * Arithmetic that gives the same bits on every runtime: elementary functions of doubles and the
 * 16-bit fixed point in which activations enter integer products.
 */
package io.github.molweave.numeric;
