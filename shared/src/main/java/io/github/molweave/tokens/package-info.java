/** Text to tokens and back: what a chemist reads as one symbol is one token, and each has an id. */
package io.github.molweave.tokens;
