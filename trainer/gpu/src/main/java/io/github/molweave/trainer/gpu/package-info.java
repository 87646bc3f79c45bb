/**
 * NVIDIA's libraries through the JavaCPP presets, behind {@link
 * io.github.molweave.trainer.cuda.CudaLibraries}; and what is run on a machine with a card: checks
 * and bench.
 */
package io.github.molweave.trainer.gpu;
