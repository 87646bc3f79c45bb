package io.github.molweave.browser.simd;

import org.teavm.jso.typedarrays.ArrayBuffer;
import org.teavm.jso.typedarrays.Float64Array;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The linear memory of one kernel: room is taken from the front and given back from the end. A view
 * is good until room is taken again.
 */
final class KernelMemory {
  private static final int PAGE = 65536;

  /** No part shares a cache line with another. */
  private static final int ALIGNMENT = 64;

  private final KernelExports.Memory memory;
  private int end;

  KernelMemory(KernelExports.Memory memory) {
    this.memory = memory;
  }

  /** Where the next room begins. */
  int end() {
    return end;
  }

  /** Gives back all room from {@code address} on. */
  void release(int address) {
    end = address;
  }

  /** Room for {@code bytes}, at an address that is a multiple of 64. What is in it is undefined. */
  int reserve(int bytes) {
    int address = end;
    end += (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    int missing = end - memory.getBuffer().getByteLength();
    if (missing > 0) {
      memory.grow((missing + PAGE - 1) / PAGE);
    }
    return address;
  }

  Float64Array doubles(int address, int count) {
    return new Float64Array(buffer(), address, count);
  }

  Int32Array integers(int address, int count) {
    return new Int32Array(buffer(), address, count);
  }

  void write(int address, double[] values) {
    doubles(address, values.length).set(values);
  }

  void write(int address, byte[] values) {
    new Int8Array(buffer(), address, values.length).set(values);
  }

  private ArrayBuffer buffer() {
    return memory.getBuffer();
  }
}
