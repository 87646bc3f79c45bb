/**
 * {@code ./molweave bench}: Molweave against ONNX Runtime Web and TensorFlow.js, with the same
 * weights in one page of one browser. Nothing here is shipped, and no test needs the peers.
 */
package io.github.molweave.e2e.bench;
