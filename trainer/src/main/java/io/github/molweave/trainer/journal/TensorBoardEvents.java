package io.github.molweave.trainer.journal;

import io.github.molweave.trainer.journal.JournalLine.Epoch;
import io.github.molweave.trainer.journal.JournalLine.Samples;
import io.github.molweave.trainer.journal.JournalLine.Step;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32C;

/**
 * Lines as an event file of TensorBoard: records of a length, its checksum, a protocol buffer
 * {@code Event} with scalars, and its checksum. What is not a number is left out.
 *
 * <p>Accuracy: scalars are rounded to float. {@code TensorBoardEventsTest} compares with a file
 * that TensorBoard's own classes wrote.
 *
 * <p>Source: tensorflow/core/util/event.proto, summary.proto and lib/io/record_writer.h.
 */
final class TensorBoardEvents implements JournalFormat {
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;
  private static final int MASK_DELTA = 0xa282ead8;
  private static final double NANOS = 1e9;

  @Override
  public byte[] beginning() {
    Message event = new Message();
    event.bytes(FILE_VERSION, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    return record(event.toBytes());
  }

  @Override
  public byte[] of(JournalLine line) {
    Message summary = new Message();
    if (line instanceof Step step) {
      scalar(summary, "loss/step", step.loss());
      scalar(summary, "optimiser/gradient norm", step.gradientNorm());
      scalar(summary, "optimiser/learning rate", step.learningRate());
      scalar(summary, "speed/tokens per second", step.tokensPerSecond());
    } else if (line instanceof Epoch epoch) {
      scalar(summary, "loss/training", epoch.trainingLoss());
      scalar(summary, "loss/validation", epoch.validationLoss());
      Samples samples = epoch.samples();
      if (samples != null) {
        scalar(summary, "samples/validity", samples.validity().value());
        scalar(summary, "samples/uniqueness", samples.uniqueness().value());
        scalar(summary, "samples/novelty", samples.novelty().value());
      }
    }
    Instant time = line.time();
    Message event = new Message();
    event.number(WALL_TIME, time.getEpochSecond() + time.getNano() / NANOS);
    event.whole(STEP, line.step());
    event.bytes(SUMMARY, summary.toBytes());
    return record(event.toBytes());
  }

  private static void scalar(Message summary, String tag, double value) {
    if (Double.isFinite(value)) {
      Message scalar = new Message();
      scalar.bytes(TAG, tag.getBytes(StandardCharsets.UTF_8));
      scalar.small(SIMPLE_VALUE, (float) value);
      summary.bytes(VALUE, scalar.toBytes());
    }
  }

  private static byte[] record(byte[] data) {
    ByteBuffer record =
        ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + data.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(data.length);
    record.putInt(masked(record.array(), Long.BYTES));
    record.put(data);
    record.putInt(masked(data, data.length));
    return record.array();
  }

  /** A checksum that is stored in what it sums up is turned and moved, as the format wants. */
  private static int masked(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return Integer.rotateRight((int) sum.getValue(), 15) + MASK_DELTA;
  }

  /** A protocol buffer in the making. */
  private static final class Message {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void number(int field, double value) {
      varint(field << 3 | EIGHT_BYTES);
      out.writeBytes(
          ByteBuffer.allocate(Double.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putDouble(value)
              .array());
    }

    private void small(int field, float value) {
      varint(field << 3 | FOUR_BYTES);
      out.writeBytes(
          ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    }

    private void whole(int field, long value) {
      varint(field << 3 | VARINT);
      varint(value);
    }

    private void bytes(int field, byte[] value) {
      varint(field << 3 | LENGTH);
      varint(value.length);
      out.writeBytes(value);
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) (rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.write((int) rest);
    }

    private byte[] toBytes() {
      return out.toByteArray();
    }
  }
}
