/**
 * Looks on while a network learns: draws samples after epochs, keeps the journal, writes report and
 * card. What goes wrong here is told once and never stops the training.
 */
package io.github.molweave.trainer.watch;
