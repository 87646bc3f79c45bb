/**
 * How well a model expects a given text: its negative log-likelihood in nats, token by token. Takes
 * a {@link io.github.molweave.network.LanguageModel} and text; draws nothing.
 */
package io.github.molweave.scoring;
