/**
 * The figures of a run as they arise, in files that others read while it goes on: {@code
 * metrics.jsonl} and events for TensorBoard. docs/metrics.md describes both.
 */
package io.github.molweave.trainer.journal;
