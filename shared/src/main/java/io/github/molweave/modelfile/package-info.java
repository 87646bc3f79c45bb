/**
 * The bytes of a {@code .safetensors} model file to a checked {@link
 * io.github.molweave.modelfile.ModelFile} and back. Every file is hostile until read. The format is
 * specified in {@code docs/model-file.md}.
 */
package io.github.molweave.modelfile;
