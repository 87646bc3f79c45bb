package io.github.molweave.trainer.checkpoint;

import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.checkpoint.Checkpoint.EpochResult;
import io.github.molweave.trainer.checkpoint.Checkpoint.Progress;
import io.github.molweave.trainer.checkpoint.CheckpointException.Problem;
import io.github.molweave.trainer.network.NetworkState;
import io.github.molweave.trainer.network.ParameterLayout;
import io.github.molweave.trainer.training.TrainingSettings;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Checkpoints as bytes: a magic word, a version, settings, vocabulary, progress, three arrays of
 * floats, and a CRC-32 of all that. Private to the trainer: to hand a network on, use the model
 * file.
 */
public final class CheckpointFile {
  private static final int MAGIC = 0x4d6f6c57;
  private static final int VERSION = 1;

  private CheckpointFile() {}

  /** Writes {@code checkpoint} to {@code file}, whole or not at all. */
  public static void write(Path file, Checkpoint checkpoint) throws IOException {
    FileReplacement.write(file, out -> write(out, checkpoint));
  }

  private static void write(OutputStream out, Checkpoint checkpoint) throws IOException {
    CheckedOutputStream summed = new CheckedOutputStream(out, new CRC32());
    DataOutputStream data = new DataOutputStream(summed);
    data.writeInt(MAGIC);
    data.writeInt(VERSION);
    writeSettings(data, checkpoint.settings());
    data.writeInt(checkpoint.tokens().size());
    for (String token : checkpoint.tokens()) {
      data.writeUTF(token);
    }
    data.writeUTF(checkpoint.corpusFingerprint());
    writeProgress(data, checkpoint.progress());
    NetworkState network = checkpoint.network();
    data.writeInt(network.updates());
    data.writeInt(network.parameters().length);
    writeFloats(data, network.parameters());
    writeFloats(data, network.firstMoment());
    writeFloats(data, network.secondMoment());
    data.writeLong(summed.getChecksum().getValue());
  }

  /**
   * Reads a checkpoint.
   *
   * @throws CheckpointException when there is none, or it is damaged or of another version
   */
  public static Checkpoint read(Path file) throws CheckpointException {
    try (CheckedInputStream summed =
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), 1 << 16), new CRC32());
        DataInputStream data = new DataInputStream(summed)) {
      return read(file, summed, data, Files.size(file));
    } catch (NoSuchFileException e) {
      throw new CheckpointException(
          Problem.MISSING,
          "there is no checkpoint at " + file + ". Start the run without --resume.");
    } catch (IOException | IllegalArgumentException e) {
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
      throw new CheckpointException(
          Problem.OTHER_VERSION,
          file
              + " is a checkpoint of version "
              + version
              + "; this Molweave reads version "
              + VERSION
              + ". Finish the run with the Molweave that began it, or start anew.");
    }
    TrainingSettings settings = readSettings(data);
    int vocabulary = limited(data.readInt(), fileSize);
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < vocabulary; i++) {
      tokens.add(data.readUTF());
    }
    String fingerprint = data.readUTF();
    Progress progress = readProgress(data, fileSize);
    int updates = data.readInt();
    int size = data.readInt();
    // The sizes are known before the arrays are made, so a damaged count takes no memory.
    if (size != new ParameterLayout(settings.architecture(tokens.size())).size()
        || size > fileSize / 12) {
      throw damaged(file);
    }
    float[] parameters = readFloats(data, size);
    float[] firstMoment = readFloats(data, size);
    float[] secondMoment = readFloats(data, size);
    long sum = summed.getChecksum().getValue();
    if (data.readLong() != sum || data.read() != -1) {
      throw damaged(file);
    }
    return new Checkpoint(
        settings,
        tokens,
        fingerprint,
        progress,
        new NetworkState(parameters, firstMoment, secondMoment, updates));
  }

  private static int limited(int count, long fileSize) throws IOException {
    if (count < 0 || count > fileSize) {
      throw new IOException("a count of " + count);
    }
    return count;
  }

  private static CheckpointException damaged(Path file) {
    return new CheckpointException(
        Problem.DAMAGED,
        file
            + " is not a whole checkpoint: it was cut or changed. Restore it from a copy, or start"
            + " the run anew in another folder.");
  }

  private static void writeSettings(DataOutputStream data, TrainingSettings settings)
      throws IOException {
    data.writeUTF(settings.cell().id());
    data.writeInt(settings.layers());
    data.writeInt(settings.hidden());
    data.writeInt(settings.embedding());
    data.writeInt(settings.epochs());
    data.writeInt(settings.batchSize());
    data.writeDouble(settings.learningRate());
    data.writeDouble(settings.clipNorm());
    data.writeInt(settings.maxLength());
    data.writeLong(settings.seed());
  }

  private static TrainingSettings readSettings(DataInputStream data) throws IOException {
    return new TrainingSettings(
        CellKind.ofId(data.readUTF()),
        data.readInt(),
        data.readInt(),
        data.readInt(),
        data.readInt(),
        data.readInt(),
        data.readDouble(),
        data.readDouble(),
        data.readInt(),
        data.readLong());
  }

  private static void writeProgress(DataOutputStream data, Progress progress) throws IOException {
    data.writeInt(progress.epoch());
    data.writeInt(progress.batch());
    data.writeDouble(progress.epochNll());
    data.writeLong(progress.epochTokens());
    data.writeInt(progress.history().size());
    for (EpochResult result : progress.history()) {
      data.writeDouble(result.trainingNll());
      data.writeDouble(result.validationNll());
    }
  }

  private static Progress readProgress(DataInputStream data, long fileSize) throws IOException {
    int epoch = data.readInt();
    int batch = data.readInt();
    double nll = data.readDouble();
    long tokens = data.readLong();
    int finished = limited(data.readInt(), fileSize);
    List<EpochResult> history = new ArrayList<>();
    for (int i = 0; i < finished; i++) {
      history.add(new EpochResult(data.readDouble(), data.readDouble()));
    }
    return new Progress(epoch, batch, nll, tokens, history);
  }

  private static void writeFloats(DataOutputStream data, float[] values) throws IOException {
    for (float value : values) {
      data.writeFloat(value);
    }
  }

  private static float[] readFloats(DataInputStream data, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = data.readFloat();
    }
    return values;
  }
}
