/** Models of other frameworks to model files: which tensor is which, and what their tokens mean. */
package io.github.molweave.trainer.conversion;
