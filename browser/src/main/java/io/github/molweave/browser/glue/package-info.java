/**
 * The build step that lets WebAssembly GC run under a strict Content-Security-Policy: the functions
 * that TeaVM's runtime makes from texts in the page are written into a file beforehand. Runs at
 * build time only, on the compiled module.
 */
package io.github.molweave.browser.glue;
