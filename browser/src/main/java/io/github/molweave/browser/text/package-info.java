/** How numbers become text in compiled pages. */
package io.github.molweave.browser.text;
