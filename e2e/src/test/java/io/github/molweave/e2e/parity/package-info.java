/**
 * One seed, one model, one set of options: the same molecules on the JVM, in JavaScript and in
 * WebAssembly, to the character, and the same functions underneath, to the bit.
 */
package io.github.molweave.e2e.parity;
