package io.github.molweave.browser.simd;

import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.ArrayBuffer;

/** The exports of one instance of {@code kernel.wasm}; {@code memory.wat} says what they take. */
public interface KernelExports extends JSObject {
  /** The linear memory. */
  @JSProperty
  Memory getMemory();

  /** Tells what network there is and where. Addresses are bytes. */
  void network(
      int cell,
      int layers,
      int units,
      int vocabulary,
      int maskToken,
      int table,
      int hidden,
      int below,
      int output);

  /** Tells how many places there are and where. Addresses are bytes. */
  void places(
      int places,
      int tokens,
      int logits,
      int states,
      int activations,
      int sums,
      int belowSums,
      int input,
      int gates);

  /** Feeds the tokens of the first {@code count} places and writes their logits. */
  void step(int count);

  /** Makes the activations of a place whose h has been written. */
  void wake(int place);

  /** The sigmoid of {@code count} doubles, in their place; a multiple of 8. For tests. */
  void sigmoids(int address, int count);

  /** The hyperbolic tangent of {@code count} doubles likewise. For tests. */
  void tanhs(int address, int count);

  /** A {@code WebAssembly.Memory}. */
  interface Memory extends JSObject {
    /** All of it; another object after each {@link #grow}, which leaves the old one empty. */
    @JSProperty
    ArrayBuffer getBuffer();

    /** Adds pages of 65,536 bytes; throws a JavaScript RangeError when there is no more. */
    @JSMethod
    int grow(int pages);
  }
}
