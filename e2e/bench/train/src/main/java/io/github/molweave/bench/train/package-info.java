/** {@code bench train}: a step of training by Molweave and by libtorch, in turns. */
package io.github.molweave.bench.train;
