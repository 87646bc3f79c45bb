/** What can be seen and done on a page, in its own words; the tests assert. */
package io.github.molweave.e2e.pages;
