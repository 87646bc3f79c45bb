/**
 * Files of molecules to token ids: read, check, count what is dropped and why, split off a
 * validation part. Strings are kept as read; nothing is rewritten.
 */
package io.github.molweave.trainer.corpus;
