package io.github.molweave.bench.train;

import io.github.molweave.trainer.batching.Batch;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The batches that everyone trains on, so that no contender holds a corpus in memory.
 *
 * @param vocabulary V
 * @param batches in the order of training
 */
record BatchFile(int vocabulary, List<Batch> batches) {

  void write(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(vocabulary);
      out.writeInt(batches.size());
      for (Batch batch : batches) {
        out.writeInt(batch.rows());
        out.writeInt(batch.steps());
        write(out, batch.inputs());
        write(out, batch.targets());
        write(out, batch.lengths());
      }
    }
  }

  static BatchFile read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int vocabulary = in.readInt();
      int count = in.readInt();
      List<Batch> batches = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int rows = in.readInt();
        int steps = in.readInt();
        batches.add(
            new Batch(
                rows, steps, read(in, rows * steps), read(in, rows * steps), read(in, rows)));
      }
      return new BatchFile(vocabulary, batches);
    }
  }

  private static void write(DataOutputStream out, int[] values) throws IOException {
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static int[] read(DataInputStream in, int count) throws IOException {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  int longest() {
    return batches.stream().mapToInt(Batch::steps).max().orElseThrow();
  }

  int mostRows() {
    return batches.stream().mapToInt(Batch::rows).max().orElseThrow();
  }

  /** The part of all places in the batches that holds no token. */
  double padding() {
    long places = batches.stream().mapToLong(batch -> (long) batch.rows() * batch.steps()).sum();
    long tokens = batches.stream().mapToLong(Batch::predictions).sum();
    return 1 - tokens / (double) places;
  }
}
