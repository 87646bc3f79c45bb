/** The launcher {@code ./molweave} as a user calls it: a process, its output and its exit code. */
package io.github.molweave.e2e.launcher;
