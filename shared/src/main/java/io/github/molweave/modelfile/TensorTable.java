package io.github.molweave.modelfile;

import io.github.molweave.modelfile.ModelFile.Precision;
import io.github.molweave.modelfile.TensorLayout.Expected;
import io.github.molweave.network.Architecture;
import io.github.molweave.tokens.Quotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the header's tensors with those that the network needs. Every size is known from the
 * architecture before a byte is allocated.
 */
final class TensorTable {
  private final List<Header.Entry> entries;
  private final Map<String, Expected> expected = new HashMap<>();

  private TensorTable(List<Header.Entry> entries) {
    this.entries = entries;
  }

  /** The tensors by name, in the order of their bytes, which begin at {@code file[dataStart]}. */
  static Map<String, Tensor> read(
      Architecture sizes, List<Header.Entry> entries, byte[] file, int dataStart) {
    TensorTable table = new TensorTable(entries);
    table.checkNames(sizes);
    for (Header.Entry entry : entries) {
      checkShape(entry, table.expected.get(entry.name()));
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Header.Entry entry : table.inByteOrder()) {
      Expected want = table.expected.get(entry.name());
      tensors.put(entry.name(), TensorBytes.read(want, file, dataStart + (int) entry.begin()));
    }
    return tensors;
  }

  private void checkNames(Architecture sizes) {
    List<Expected> layout = TensorLayout.of(sizes, precision());
    for (Expected want : layout) {
      expected.put(want.name(), want);
    }
    List<String> present = new ArrayList<>();
    for (Header.Entry entry : entries) {
      if (!expected.containsKey(entry.name())) {
        throw wrong(Problem.TENSOR_UNKNOWN, entry, "The network has no tensor of this name");
      }
      present.add(entry.name());
    }
    for (Expected want : layout) {
      if (!present.contains(want.name())) {
        throw new ModelFileException(
            Problem.TENSOR_MISSING,
            "tensor " + want.name(),
            "The tensor " + want.name() + " is missing");
      }
    }
  }

  private Precision precision() {
    for (Header.Entry entry : entries) {
      if (entry.name().equals(TensorLayout.OUTPUT_WEIGHT) && entry.type().equals("I8")) {
        return Precision.INT8;
      }
    }
    return Precision.F32;
  }

  private static void checkShape(Header.Entry entry, Expected want) {
    if (!entry.type().equals(want.type().name())) {
      throw wrong(
          Problem.TENSOR_TYPE,
          entry,
          "The tensor has type "
              + Quotation.of(entry.type())
              + " where "
              + want.type()
              + " belongs");
    }
    boolean same = entry.shape().size() == want.shape().length;
    for (int axis = 0; same && axis < want.shape().length; axis++) {
      same = entry.shape().get(axis) == want.shape()[axis];
    }
    if (!same) {
      throw wrong(
          Problem.TENSOR_SHAPE,
          entry,
          "The tensor has shape "
              + Quotation.of(text(entry.shape()))
              + " where the sizes ask for "
              + java.util.Arrays.toString(want.shape()));
    }
    if (entry.end() - entry.begin() != want.bytes()) {
      throw wrong(
          Problem.TENSOR_BYTES,
          entry,
          "The tensor's offsets hold "
              + (entry.end() - entry.begin())
              + " bytes where its shape needs "
              + want.bytes());
    }
  }

  /** As a list tells itself; asking the list would take the texts of all records into the page. */
  private static String text(List<Long> shape) {
    StringBuilder text = new StringBuilder("[");
    for (long size : shape) {
      text.append(text.length() == 1 ? "" : ", ").append(size);
    }
    return text.append(']').toString();
  }

  private List<Header.Entry> inByteOrder() {
    List<Header.Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Header.Entry::begin));
    long end = 0;
    boolean bytesSeen = false;
    for (Header.Entry entry : sorted) {
      if (entry.begin() < end) {
        throw wrong(
            Problem.TENSOR_OVERLAP, entry, "The tensor shares bytes with the one before it");
      }
      if (entry.begin() > end) {
        throw wrong(
            Problem.TENSOR_GAP,
            entry,
            "Before the tensor there are " + (entry.begin() - end) + " bytes that belong to none");
      }
      boolean signedBytes = expected.get(entry.name()).type() == TensorLayout.Type.I8;
      if (bytesSeen && !signedBytes) {
        throw wrong(Problem.TENSOR_ORDER, entry, "An F32 tensor stands behind an I8 tensor");
      }
      bytesSeen |= signedBytes;
      end = entry.end();
    }
    return sorted;
  }

  private static ModelFileException wrong(Problem problem, Header.Entry entry, String what) {
    return new ModelFileException(problem, "tensor " + Quotation.of(entry.name()), what);
  }
}
