/** What must be different in OpenChemLib so that TeaVM can compile it. */
package io.github.molweave.browser.openchemlib;
