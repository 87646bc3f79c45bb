/**
 * The rules between the modules, checked on their compiled classes: who may use whom and what, how
 * things may be named, and which arithmetic the shared code may do.
 */
package io.github.molweave.e2e.rules;
