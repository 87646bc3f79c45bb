/**
 * Model files that learnt nothing, or only how often a token occurs: what a network is held
 * against.
 */
package io.github.molweave.trainer.baseline;
