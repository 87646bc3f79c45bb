package io.github.molweave.trainer.network;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Whole arrays between ND4J's memory and Java's, in one copy instead of a call per element. */
final class HostCopy {
  private HostCopy() {}

  /** The first {@code count} elements of {@code array}, which must start its buffer. */
  static double[] read(INDArray array, int count) {
    double[] values = new double[count];
    if (pointer(array) instanceof DoublePointer doubles) {
      doubles.get(values, 0, count);
    } else {
      float[] floats = readFloats(array, count);
      for (int i = 0; i < count; i++) {
        values[i] = floats[i];
      }
    }
    return values;
  }

  /** The same as floats. */
  static float[] readFloats(INDArray array, int count) {
    float[] values = new float[count];
    if (pointer(array) instanceof FloatPointer floats) {
      floats.get(values, 0, count);
    } else {
      double[] doubles = read(array, count);
      for (int i = 0; i < count; i++) {
        values[i] = (float) doubles[i];
      }
    }
    return values;
  }

  /**
   * Writes {@code values} over the first elements of {@code array}, which must start its buffer.
   */
  static void write(double[] values, INDArray array) {
    Pointer pointer = pointer(array);
    if (pointer instanceof DoublePointer doubles) {
      doubles.put(values, 0, values.length);
    } else {
      float[] floats = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        floats[i] = (float) values[i];
      }
      ((FloatPointer) pointer).put(floats, 0, floats.length);
    }
    hostHasTheNewest(array);
  }

  /** The same from floats. */
  static void write(float[] values, INDArray array) {
    Pointer pointer = pointer(array);
    if (pointer instanceof FloatPointer floats) {
      floats.put(values, 0, values.length);
    } else {
      double[] doubles = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        doubles[i] = values[i];
      }
      ((DoublePointer) pointer).put(doubles, 0, doubles.length);
    }
    hostHasTheNewest(array);
  }

  /** On a graphics card the numbers may have to come over first; on a CPU nothing happens. */
  private static Pointer pointer(INDArray array) {
    Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
    return array.data().pointer();
  }

  private static void hostHasTheNewest(INDArray array) {
    Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
  }
}
