package io.github.molweave.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.molweave.network.CellKind;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * About 20,000 damaged or forged files (7,000 changed bytes, 3,600 cuts, 10,000 forgeries): each is
 * refused in words or, where the forgery happens to be sound, read as what it says.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelFileFuzzTest {
  private static final byte[] F32 = HostileFiles.ENDLESS;
  private static final byte[] INT8 =
      ModelFileWriter.write(Quantisation.quantise(TinyModels.fourTokens(CellKind.GRU_RESET_AFTER)));
  private static final String[] NUMBERS = {
    "0",
    "-1",
    "1e9",
    "2147483647",
    "2147483648",
    "4294967296",
    "4294967297",
    "999999999999999",
    "9223372036854775807",
    "18446744073709551616",
    "1.5",
    "-0",
    "00",
    "1025",
    "null",
    "NaN",
    "\"4\""
  };
  private static final String[] SPLICES = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\\"",
    "\\u0000",
    "\\ud83e",
    " ",
    "\n",
    "null",
    "true",
    "{}",
    "[]",
    "[0,0]",
    "\"\"",
    "\"a\":{},",
    "\"a\":\"b\",",
    "0",
    "9",
    "-",
    "e9",
    "none",
    "[[[[[[[[",
    "{\"a\":{\"a\":{\"a\":",
    "\u0000",
    "\u00e9",
    "\"__metadata__\":{},",
    "/*",
    "#"
  };

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void aFileCutAtAnyByteIsCutShort() {
    for (byte[] whole : List.of(F32, INT8)) {
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);

        ModelFileException refusal =
            assertThrows(ModelFileException.class, () -> read(cut), "cut at " + length);

        assertEquals(length == 0 ? Problem.EMPTY : Problem.CUT_SHORT, refusal.problem());
      }
    }
  }

  @Test
  void aFileWithAnyByteChangedIsRefused() {
    Random random = new Random(11);
    for (byte[] whole : List.of(F32, INT8)) {
      for (int at = 0; at < whole.length; at++) {
        for (int mask : new int[] {1 << random.nextInt(8), 1 + random.nextInt(255)}) {
          byte[] changed = whole.clone();
          changed[at] ^= (byte) mask;
          assertThrows(ModelFileException.class, () -> read(changed), "byte " + at + " ^ " + mask);
        }
      }
    }
  }

  @Test
  void anyNumberInTheHeaderMayBeAbsurd() {
    for (byte[] whole : List.of(F32, INT8)) {
      String header = Tampering.headerOf(whole);
      Matcher numbers = Pattern.compile("\\d+").matcher(header);
      while (numbers.find()) {
        for (String absurd : NUMBERS) {
          String forged =
              header.substring(0, numbers.start()) + absurd + header.substring(numbers.end());
          readForgery(Tampering.sealed(forged, Tampering.dataOf(whole)));
        }
      }
    }
  }

  @Test
  void anyPieceOfTheHeaderMayBeSomethingElse() {
    Random random = new Random(12);
    for (int round = 0; round < 4000; round++) {
      byte[] whole = random.nextBoolean() ? F32 : INT8;
      StringBuilder header = new StringBuilder(Tampering.headerOf(whole));
      for (int edits = random.nextInt(3); edits >= 0; edits--) {
        int from = random.nextInt(header.length());
        int to = Math.min(header.length(), from + random.nextInt(12));
        String piece = SPLICES[random.nextInt(SPLICES.length)];
        if (random.nextInt(3) == 0) {
          int other = random.nextInt(header.length());
          piece = header.substring(other, Math.min(header.length(), other + random.nextInt(80)));
        }
        header.replace(from, to, piece);
      }
      readForgery(Tampering.sealed(header.toString(), Tampering.dataOf(whole)));
    }
  }

  @Test
  void anyWeightMayBeAnyBits() {
    Random random = new Random(13);
    for (int round = 0; round < 2000; round++) {
      byte[] whole = random.nextBoolean() ? F32 : INT8;
      int at = random.nextInt(Tampering.dataOf(whole).length);
      int value = random.nextBoolean() ? 0x80 : random.nextInt(256);
      readForgery(Tampering.data(whole, at, value));
    }
  }

  @Test
  void anyNoiseMayStandInPlaceOfAFile() {
    Random random = new Random(14);
    for (int round = 0; round < 2000; round++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      if (random.nextBoolean() && noise.length > 9) {
        Arrays.fill(noise, 1, 8, (byte) 0);
        noise[0] = (byte) (8 * random.nextInt(12));
        noise[8] = '{';
      }
      assertThrows(ModelFileException.class, () -> read(noise));
    }
  }

  /** A forgery may happen to be a sound model; then it is written and read again as the same. */
  private void readForgery(byte[] file) {
    List<ModelFile> models = new ArrayList<>();
    try {
      models.add(read(file));
    } catch (ModelFileException refusal) {
      assertTrue(refusal.getMessage().length() < 1000, refusal.getMessage());
    }
    for (ModelFile model : models) {
      assertSound(model);
      ModelFileWriterTest.assertSame(model, ModelFileReader.read(ModelFileWriter.write(model)));
    }
  }

  private static void assertSound(ModelFile model) {
    for (Tensor tensor : model.tensorList()) {
      if (tensor instanceof Tensor.F32 floats) {
        for (float value : floats.values()) {
          assertTrue(Float.isFinite(value), tensor.name());
        }
      } else {
        for (byte value : ((Tensor.I8) tensor).values()) {
          assertTrue(value != Byte.MIN_VALUE, tensor.name());
        }
      }
    }
  }

  /** Reads, and holds the reader to its promise of allocating in proportion to the file. */
  private ModelFile read(byte[] file) {
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    try {
      return ModelFileReader.read(file);
    } finally {
      long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      assertTrue(allocated < 500_000 + 100L * file.length, allocated + " bytes allocated");
    }
  }
}
