package io.github.molweave.network;

/**
 * One unit of a recurrent layer.
 *
 * @param layer from 0, the one that reads the tokens
 * @param unit from 0
 */
public record HiddenUnit(int layer, int unit) {}
