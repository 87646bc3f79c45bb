/** What the browsers are shown: the built site, as it is or copied and changed, from a server. */
package io.github.molweave.e2e.site;
