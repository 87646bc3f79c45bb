package io.github.molweave.trainer.checkpoint;

import io.github.molweave.trainer.checkpoint.CheckpointException.Problem;
import io.github.molweave.trainer.checkpoint.SettingsJson.UnknownSettingException;
import io.github.molweave.trainer.device.NetworkState;
import io.github.molweave.trainer.device.ParameterLayout;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Checkpoints as bytes: a magic word, a version, the length of a header in JSON, the header
 * (settings, vocabulary, progress), three arrays of floats, and a CRC-32 of all that. Private to
 * the trainer: to hand a network on, use the model file.
 */
public final class CheckpointFile {
  private static final int MAGIC = 0x4d6f6c57;
  private static final int VERSION = 2;
  private static final int CHUNK = 1 << 14;

  private CheckpointFile() {}

  /** Writes {@code checkpoint} to {@code out}. */
  static void write(OutputStream out, Checkpoint checkpoint) throws IOException {
    CheckedOutputStream summed = new CheckedOutputStream(out, new CRC32());
    DataOutputStream data = new DataOutputStream(summed);
    byte[] header = CheckpointHeader.of(checkpoint).json().getBytes(StandardCharsets.UTF_8);
    data.writeInt(MAGIC);
    data.writeInt(VERSION);
    data.writeInt(header.length);
    data.write(header);
    NetworkState network = checkpoint.network();
    writeFloats(data, network.parameters());
    writeFloats(data, network.firstMoment());
    writeFloats(data, network.secondMoment());
    data.writeLong(summed.getChecksum().getValue());
  }

  /**
   * Reads a checkpoint.
   *
   * @throws CheckpointException when it is missing, damaged or of another version
   */
  public static Checkpoint read(Path file) throws CheckpointException {
    try (CheckedInputStream summed =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32());
        DataInputStream data = new DataInputStream(summed)) {
      return read(file, summed, data, Files.size(file));
    } catch (IOException e) {
      throw damaged(file);
    }
  }

  private static Checkpoint read(
      Path file, CheckedInputStream summed, DataInputStream data, long fileSize)
      throws IOException, CheckpointException {
    if (data.readInt() != MAGIC) {
      throw damaged(file);
    }
    int version = data.readInt();
    if (version != VERSION) {
      throw otherVersion(file, "version " + version + "; this Molweave reads version " + VERSION);
    }
    int length = data.readInt();
    if (length < 0 || length > fileSize) {
      throw damaged(file);
    }
    byte[] json = new byte[length];
    data.readFully(json);
    long arrays = fileSize - 12 - length - Long.BYTES;
    if (arrays < 0 || arrays % 12 != 0 || arrays / 12 > Integer.MAX_VALUE - 8) {
      throw damaged(file);
    }
    int size = (int) (arrays / 12);
    float[] parameters = readFloats(data, size);
    float[] firstMoment = readFloats(data, size);
    float[] secondMoment = readFloats(data, size);
    long sum = summed.getChecksum().getValue();
    if (data.readLong() != sum) {
      throw damaged(file);
    }
    // Only now, since a header of whole files alone is worth to be understood.
    CheckpointHeader header = headerOf(file, json);
    RunIdentity identity = header.identity();
    int vocabulary = identity.tokens().size();
    if (size != new ParameterLayout(identity.settings().architecture(vocabulary)).size()
        || size != header.parameters()) {
      throw damaged(file);
    }
    return new Checkpoint(
        identity,
        header.progress(),
        new NetworkState(parameters, firstMoment, secondMoment, header.updates()));
  }

  private static CheckpointHeader headerOf(Path file, byte[] json) throws CheckpointException {
    try {
      return CheckpointHeader.parse(new String(json, StandardCharsets.UTF_8));
    } catch (UnknownSettingException later) {
      throw otherVersion(file, "a Molweave that knows " + later.getMessage());
    } catch (RuntimeException strange) {
      // The checksum is right: another program or another Molweave wrote something else here.
      throw otherVersion(file, "another Molweave (" + strange.getMessage() + ")");
    }
  }

  private static CheckpointException otherVersion(Path file, String whose) {
    return new CheckpointException(
        Problem.OTHER_VERSION,
        file
            + " is a checkpoint of "
            + whose
            + ". Finish the run with the Molweave that began it, or start anew.");
  }

  private static CheckpointException damaged(Path file) {
    return new CheckpointException(
        Problem.DAMAGED,
        file
            + " is not a whole checkpoint: it was cut or changed. Restore it from a copy, or start"
            + " the run anew in another folder.");
  }

  private static void writeFloats(DataOutputStream data, float[] values) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES);
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      buffer.asFloatBuffer().put(values, from, count);
      data.write(buffer.array(), 0, count * Float.BYTES);
    }
  }

  private static float[] readFloats(DataInputStream data, int count) throws IOException {
    float[] values = new float[count];
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES);
    for (int from = 0; from < count; from += CHUNK) {
      int now = Math.min(CHUNK, count - from);
      data.readFully(buffer.array(), 0, now * Float.BYTES);
      buffer.asFloatBuffer().get(values, from, now);
    }
    return values;
  }
}
