/**
 * Real browsers under Selenium: Chromium and WebKitGTK, found on the PATH, each started with an
 * empty profile and without a window.
 */
package io.github.molweave.e2e.browsers;
