/**
 * The server behind {@code ./molweave serve}: the built static folder goes in, HTTP answers with
 * the page's Content-Security-Policy come out. Must not import anything of the model's: the page
 * works from any static server.
 */
package io.github.molweave.web.server;
