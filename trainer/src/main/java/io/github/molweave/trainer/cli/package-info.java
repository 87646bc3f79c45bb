/**
 * The command line: words in, exit code out. Results go to stdout, talk and progress to stderr, and
 * every named error is one sentence with its anchor in {@code docs/troubleshooting.md}.
 */
package io.github.molweave.trainer.cli;
