/** The pictures of the page in {@code docs/images}, made again when the page has changed. */
package io.github.molweave.e2e.pictures;
