/**
 * One page on a run: curves, molecules, corpus, settings, card. A single file that needs no script,
 * no network and no other file, and in which nothing from outside is more than text.
 */
package io.github.molweave.trainer.report;
