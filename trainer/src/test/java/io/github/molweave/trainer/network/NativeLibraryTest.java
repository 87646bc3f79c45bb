package io.github.molweave.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NativeLibraryTest {
  @Test
  void wideVectorsAreUsedOnIntelOnly() {
    assertEquals(
        "-onednn-avx512",
        NativeLibrary.extensionFor("vendor_id: GenuineIntel flags: avx2 avx512f"));
    assertEquals(
        "-onednn-avx2", NativeLibrary.extensionFor("vendor_id: AuthenticAMD flags: avx2 avx512f"));
    assertEquals("-onednn-avx2", NativeLibrary.extensionFor("vendor_id: GenuineIntel flags: avx2"));
    assertEquals("-onednn-avx2", NativeLibrary.extensionFor(""));
  }
}
