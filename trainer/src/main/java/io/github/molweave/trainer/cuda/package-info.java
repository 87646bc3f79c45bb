/**
 * A training step on an NVIDIA card: recurrent layers of cuDNN, products of cuBLAS, and the kernels
 * of {@code kernels.cu}. Plain Java that decides what is called, in which order, with which sizes;
 * the calls themselves stand behind {@link io.github.molweave.trainer.cuda.CudaLibraries}, whose
 * binding is the module {@code trainer/gpu}, built only when asked for.
 */
package io.github.molweave.trainer.cuda;
