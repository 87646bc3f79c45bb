/** Promises to visitors, one class each, kept in real browsers. */
package io.github.molweave.e2e.journeys;
