package io.github.molweave.trainer.gpu;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/** An address, mostly of the card's, in the forms that the presets ask for. Frees nothing. */
final class RawAddress extends Pointer {
  private RawAddress(long address) {
    this.address = address;
  }

  /** Null for 0. */
  static Pointer at(long address) {
    return address == 0 ? null : new RawAddress(address);
  }

  static FloatPointer floats(long address) {
    return new FloatPointer(at(address));
  }

  static IntPointer ints(long address) {
    return new IntPointer(at(address));
  }
}
