/** The element and the frame in pages of others: other origins, sandboxes, course sites. */
package io.github.molweave.e2e.embedding;
