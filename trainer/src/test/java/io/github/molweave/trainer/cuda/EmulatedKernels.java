package io.github.molweave.trainer.cuda;

import io.github.molweave.random.CounterNoise;
import io.github.molweave.random.Purpose;
import io.github.molweave.random.Seed;

/** What {@code kernels.cu} says, in Java and double: the reference for both. */
final class EmulatedKernels {
  private final EmulatedMemory memory;

  EmulatedKernels(EmulatedMemory memory) {
    this.memory = memory;
  }

  void run(Kernel kernel, long threads, long[] a) {
    switch (kernel) {
      case FILL -> {
        for (long i = 0; i < enough(threads, a[1]); i++) {
          memory.put(a[0], i, real(a[2]), element(a[3]));
        }
      }
      case NARROW_ALL -> {
        for (long i = 0; i < enough(threads, a[2]); i++) {
          memory.put(a[1], i, memory.get(a[0], i, Element.FLOAT), Element.BFLOAT16);
        }
      }
      case WIDEN_ALL -> {
        for (long i = 0; i < enough(threads, a[2]); i++) {
          memory.put(a[1], i, memory.get(a[0], i, Element.BFLOAT16), Element.FLOAT);
        }
      }
      case EMBED -> embed(threads, a);
      case ONE_HOT -> oneHot(threads, a);
      case SOFTMAX_CROSS_ENTROPY -> softmax(threads, a);
      case ADAM -> adam(threads, a);
      case SHRINK -> {
        for (long i = 0; i < enough(threads, a[1]); i++) {
          double value = memory.get(a[0], i, Element.FLOAT) * real(a[2]);
          memory.put(a[0], i, value, Element.FLOAT);
        }
      }
      case DROPOUT -> dropout(threads, a);
    }
  }

  private void embed(long threads, long[] a) {
    long rows = a[3];
    long columns = a[4];
    enough(threads, rows * columns);
    for (long n = 0; n < rows; n++) {
      for (long e = 0; e < columns; e++) {
        float value = memory.get(a[1], memory.getInt(a[0], n) * columns + e, Element.FLOAT);
        memory.put(a[2], n * columns + e, value, element(a[5]));
      }
    }
  }

  private void oneHot(long threads, long[] a) {
    long rows = a[2];
    long vocabulary = a[3];
    enough(threads, rows * vocabulary);
    for (long v = 0; v < vocabulary; v++) {
      for (long n = 0; n < rows; n++) {
        memory.put(a[1], v * a[4] + n, memory.getInt(a[0], n) == v ? 1 : 0, element(a[5]));
      }
    }
  }

  private void softmax(long threads, long[] a) {
    long rows = a[5];
    int vocabulary = (int) a[6];
    long padded = a[7];
    long stride = a[8];
    enough(threads, rows);
    for (long n = 0; n < rows; n++) {
      double[] logits = new double[vocabulary];
      double sum = 0;
      for (int v = 0; v < vocabulary; v++) {
        logits[v] =
            (double) memory.get(a[0], v * stride + n, Element.FLOAT)
                + memory.get(a[1], v, Element.FLOAT);
        sum += Math.exp(logits[v]);
      }
      int target = memory.getInt(a[2], n);
      memory.put(a[4], n, Math.log(sum) - logits[target], Element.FLOAT);
      for (int v = 0; a[3] != 0 && v < padded; v++) {
        double slope = v < vocabulary ? Math.exp(logits[v]) / sum - (v == target ? 1 : 0) : 0;
        memory.put(a[3], v * stride + n, slope * real(a[9]), element(a[10]));
      }
    }
  }

  private void adam(long threads, long[] a) {
    double norm = memory.get(a[4], 0, Element.FLOAT);
    double scale = norm > real(a[6]) ? real(a[6]) / norm : 1;
    for (long i = 0; i < enough(threads, a[5]); i++) {
      double g = memory.get(a[1], i, Element.FLOAT) * scale;
      double m = real(a[8]) * memory.get(a[2], i, Element.FLOAT) + (1 - real(a[8])) * g;
      double s = real(a[9]) * memory.get(a[3], i, Element.FLOAT) + (1 - real(a[9])) * g * g;
      memory.put(a[2], i, m, Element.FLOAT);
      memory.put(a[3], i, s, Element.FLOAT);
      double step = real(a[7]) * m / (Math.sqrt(s) + real(a[10]));
      memory.put(a[0], i, memory.get(a[0], i, Element.FLOAT) - step, Element.FLOAT);
    }
  }

  private void dropout(long threads, long[] a) {
    int molecules = (int) a[3];
    long rows = a[4];
    int units = (int) a[5];
    enough(threads, rows * ((units + 3) / 4));
    if (a[8] != Purpose.DROPOUT.key()) {
      throw new AssertionError("noise of another purpose");
    }
    CounterNoise noise = new CounterNoise(new Seed((int) a[7], (int) a[6]), Purpose.DROPOUT);
    int[] words = new int[(units + 3) / 4 * 4];
    for (long n = 0; n < rows; n++) {
      int place = memory.getInt(a[2], n);
      int step = place / molecules * (int) a[11] + (int) a[10];
      noise.words(place % molecules, (int) a[9], step, words);
      for (int unit = 0; unit < units; unit++) {
        long at = n * units + unit;
        boolean falls = Integer.toUnsignedLong(words[unit]) < a[12];
        double value = falls ? 0 : memory.get(a[0], at, element(a[14])) * real(a[13]);
        memory.put(a[1], at, value, element(a[14]));
      }
    }
  }

  private static long enough(long threads, long wanted) {
    if (threads < wanted) {
      throw new AssertionError(threads + " threads for " + wanted + " elements");
    }
    return wanted;
  }

  private static Element element(long narrow) {
    return narrow == 1 ? Element.BFLOAT16 : Element.FLOAT;
  }

  private static double real(long bits) {
    return Double.longBitsToDouble(bits);
  }
}
