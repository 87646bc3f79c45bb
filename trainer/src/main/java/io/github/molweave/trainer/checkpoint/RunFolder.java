package io.github.molweave.trainer.checkpoint;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.trainer.checkpoint.CheckpointException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one run: {@code checkpoint.bin} to go on from, {@code model.safetensors} with the
 * best weights so far, {@code corpus.json} with what became of the corpus.
 */
public record RunFolder(Path folder) {

  /** Where the run can be resumed from. */
  public Path checkpointFile() {
    return folder.resolve("checkpoint.bin");
  }

  /** The best model so far, in full precision. */
  public Path modelFile() {
    return folder.resolve("model.safetensors");
  }

  /** What was read, kept and dropped. */
  public Path corpusReport() {
    return folder.resolve("corpus.json");
  }

  /** What tells whether a molecule was trained on; there only when it was asked for. */
  public Path noveltyFile() {
    return folder.resolve("model.novelty");
  }

  /**
   * Makes the folder for a new run.
   *
   * @throws CheckpointException when it holds a run already or cannot be made or written
   */
  public void createForNewRun() throws CheckpointException {
    if (Files.exists(checkpointFile())) {
      throw new CheckpointException(
          Problem.OCCUPIED,
          folder
              + " holds a run already. Go on with it by --resume, or give another folder by"
              + " --out.");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw new CheckpointException(
          Problem.UNWRITABLE,
          folder + " may not be written to. Change its permissions or give another --out.");
    }
  }

  /** Reads the checkpoint. */
  public Checkpoint checkpoint() throws CheckpointException {
    return CheckpointFile.read(checkpointFile());
  }

  /** Replaces the checkpoint. */
  public void write(Checkpoint checkpoint) throws CheckpointException {
    try {
      CheckpointFile.write(checkpointFile(), checkpoint);
    } catch (IOException e) {
      throw unwritable(checkpointFile(), e);
    }
  }

  /** Replaces the model file. */
  public void write(ModelFile model) throws CheckpointException {
    write(modelFile(), ModelFileWriter.write(model));
  }

  /** Replaces the corpus report. */
  public void writeCorpusReport(String json) throws CheckpointException {
    write(corpusReport(), json.getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces the novelty filter. */
  public void writeNoveltyFilter(byte[] file) throws CheckpointException {
    write(noveltyFile(), file);
  }

  private static void write(Path file, byte[] bytes) throws CheckpointException {
    try {
      FileReplacement.write(file, bytes);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static CheckpointException unwritable(Path file, IOException cause) {
    return new CheckpointException(
        Problem.UNWRITABLE,
        file
            + " could not be written ("
            + cause
            + "). What stood there before is unharmed. Make room or permission, then go on with"
            + " --resume.");
  }
}
