/**
 * Public sets of molecules by name: where they are, what they must be to the byte, on what terms,
 * and the folder in which they are kept once they have been fetched.
 */
package io.github.molweave.trainer.publicsets;
