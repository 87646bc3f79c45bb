package io.github.molweave.trainer.corpus;

/**
 * Where a public set comes from and on what terms, for reports and model cards.
 *
 * @param set its name, as in {@code zinc250k}
 * @param address where its file is to be had
 * @param checksum that the file was held to, as its authors give it: {@code MD5 05ad85...}
 * @param terms on what terms it may be used, in a sentence
 */
public record Provenance(String set, String address, String checksum, String terms) {}
