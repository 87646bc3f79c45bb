package io.github.molweave.selfies;

/**
 * Who reads SELFIES: {@link Selfies#decode}, or what answers as it does. Where the grammar is a
 * bundle of its own, as in the page, only those load it who need it.
 */
@FunctionalInterface
public interface SelfiesDecoder {
  /** Writes the SMILES of a SELFIES text; see {@link Selfies#decode}. */
  Translation decode(String selfies, SelfiesVersion version);
}
