/**
 * Logits to molecules: temperature, top-k and top-p, the draw itself, stopping. Takes a {@link
 * io.github.molweave.network.LanguageModel} and {@link io.github.molweave.random counter-based
 * noise}, gives {@link io.github.molweave.sampling.Sample}s; knows nothing of files, pages or
 * threads.
 */
package io.github.molweave.sampling;
