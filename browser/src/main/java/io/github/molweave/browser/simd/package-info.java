/**
 * The kernel for browsers with WebAssembly simd128: lays a network out in the memory of {@code
 * kernel.wasm} and drives it. The step itself is text in {@code src/main/wat/kernel}.
 */
package io.github.molweave.browser.simd;
