/** WebAssembly text to modules. Runs during the build, never in a browser. */
package io.github.molweave.browser.wat;
