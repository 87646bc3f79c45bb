/**
 * What JavaScript may call: the doors into the compiled engine and the compiled chemistry. Plain
 * values go in, plain JavaScript objects come out; a fault comes out as an object with an {@code
 * error}, never as an exception.
 */
package io.github.molweave.browser;
