/** The links that hold what is set on a page, as {@code #v1&model=zinc&seed=7&T=0.9}. */
package io.github.molweave.trainer.replay;
