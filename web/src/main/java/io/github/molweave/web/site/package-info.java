/**
 * The build of the static folder: the page's sources and the compiled engine go in, {@code
 * target/site} with Brotli copies beside its files comes out. Runs at build time only.
 */
package io.github.molweave.web.site;
