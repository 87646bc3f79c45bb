/**
 * The model card: what its fields are called, and how text of anyone's is shown without being
 * obeyed. Facts come from {@code training} and {@code evaluation}.
 */
package io.github.molweave.trainer.card;
