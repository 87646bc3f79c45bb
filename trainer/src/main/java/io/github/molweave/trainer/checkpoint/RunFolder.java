package io.github.molweave.trainer.checkpoint;

import io.github.molweave.modelfile.ModelFile;
import io.github.molweave.modelfile.ModelFileWriter;
import io.github.molweave.trainer.checkpoint.CheckpointException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of one run: {@code checkpoint.bin} to go on from, {@code model.safetensors} with the
 * best weights so far, {@code corpus.json} with what became of the corpus, and files that tell how
 * it goes.
 */
public record RunFolder(Path folder, CheckpointPlan plan) {
  private static final String NEWEST = "checkpoint.bin";

  /** With the usual plan. */
  public RunFolder(Path folder) {
    this(folder, CheckpointPlan.USUAL);
  }

  /** Where the run can be resumed from. */
  public Path checkpointFile() {
    return folder.resolve(NEWEST);
  }

  /** The best model so far, in full precision. */
  public Path modelFile() {
    return folder.resolve("model.safetensors");
  }

  /** What was read, kept and dropped. */
  public Path corpusReport() {
    return folder.resolve("corpus.json");
  }

  /** The figures of the run as they arise, one JSON object a line. */
  public Path metricsFile() {
    return folder.resolve("metrics.jsonl");
  }

  /** The same figures for TensorBoard, which looks for files with such names. */
  public Path eventsFile() {
    return folder.resolve("events.out.tfevents.molweave");
  }

  /** The run as a page. */
  public Path reportFile() {
    return folder.resolve("report.html");
  }

  /** The card of the best model so far, for people. */
  public Path cardFile() {
    return folder.resolve("model.md");
  }

  /** Whether {@code file} is one of those that only tell how a run goes. */
  public boolean isAFigure(Path file) {
    return file.equals(metricsFile()) || file.equals(eventsFile()) || file.equals(reportFile());
  }

  /** What tells whether a molecule was trained on; there only when it was asked for. */
  public Path noveltyFile() {
    return folder.resolve("model.novelty");
  }

  /** The checkpoint {@code age} before the newest one: {@code checkpoint-1.bin} for 1. */
  Path earlierCheckpoint(int age) {
    return age == 0 ? checkpointFile() : folder.resolve("checkpoint-" + age + ".bin");
  }

  /** Whether there is a run in the folder. */
  public boolean holdsRun() {
    return !checkpoints().isEmpty();
  }

  /** Those that are there, newest first. */
  private List<Path> checkpoints() {
    List<Path> files = new ArrayList<>();
    for (int age = 0; age <= CheckpointPlan.MOST; age++) {
      if (Files.exists(earlierCheckpoint(age))) {
        files.add(earlierCheckpoint(age));
      }
    }
    return files;
  }

  /**
   * Takes the folder for this process and removes what a killed one left half written.
   *
   * @throws CheckpointException when another process has it, or it cannot be made or written
   */
  public RunLock take() throws CheckpointException {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    RunLock lock = RunLock.take(folder);
    try {
      FileReplacement.removeParts(folder);
    } catch (IOException e) {
      lock.close();
      throw unwritable(folder, e);
    }
    return lock;
  }

  /**
   * Refuses to begin a run where one is.
   *
   * @throws CheckpointException when the folder holds a run already
   */
  public void refuseOccupied() throws CheckpointException {
    if (holdsRun()) {
      throw new CheckpointException(
          Problem.OCCUPIED,
          folder
              + " holds a run already. Go on with it by --resume, or give another folder by"
              + " --out.");
    }
  }

  /**
   * Refuses to go on where nothing was begun.
   *
   * @throws CheckpointException when the folder holds no run
   */
  public void refuseEmpty() throws CheckpointException {
    if (!holdsRun()) {
      throw new CheckpointException(
          Problem.MISSING,
          "there is no checkpoint at " + checkpointFile() + ". Start the run without --resume.");
    }
  }

  /** Removes the checkpoints of an earlier run. */
  public void forgetRun() throws CheckpointException {
    try {
      for (Path checkpoint : checkpoints()) {
        Files.delete(checkpoint);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** The newest checkpoint that can be read. */
  public Recovery recover() throws CheckpointException {
    List<Path> damaged = new ArrayList<>();
    for (Path file : checkpoints()) {
      try {
        return new Recovery(CheckpointFile.read(file), file, damaged);
      } catch (CheckpointException unusable) {
        if (unusable.problem() != Problem.DAMAGED) {
          throw unusable;
        }
        damaged.add(file);
      }
    }
    // None can be used: the newest says why, or that there is none.
    Checkpoint none = CheckpointFile.read(checkpointFile());
    return new Recovery(none, checkpointFile(), damaged);
  }

  /**
   * What could be read of a run.
   *
   * @param file where the checkpoint stands
   * @param damaged newer ones that are not whole, newest first
   */
  public record Recovery(Checkpoint checkpoint, Path file, List<Path> damaged) {
    /** Copies the list. */
    public Recovery {
      damaged = List.copyOf(damaged);
    }
  }

  /** Puts {@code checkpoint} in the place of the newest; those before it move on by one. */
  public void write(Checkpoint checkpoint) throws CheckpointException {
    try {
      FileReplacement.write(
          checkpointFile(),
          out -> CheckpointFile.write(out, checkpoint),
          newest -> keep(plan.keep() - 1));
    } catch (IOException e) {
      throw unwritable(checkpointFile(), e);
    }
  }

  private void keep(int earlier) throws IOException {
    if (!Files.isRegularFile(checkpointFile())) {
      return;
    }
    for (int age = Math.max(1, earlier); age <= CheckpointPlan.MOST; age++) {
      Files.deleteIfExists(earlierCheckpoint(age));
    }
    for (int age = earlier - 1; age >= 1; age--) {
      if (Files.exists(earlierCheckpoint(age))) {
        Files.move(
            earlierCheckpoint(age),
            earlierCheckpoint(age + 1),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (earlier > 0) {
      keepNewest();
    }
  }

  /** By a second name where the disk has such, so that the first one is never missing. */
  private void keepNewest() throws IOException {
    try {
      Files.createLink(earlierCheckpoint(1), checkpointFile());
    } catch (IOException | UnsupportedOperationException noLinks) {
      Files.move(checkpointFile(), earlierCheckpoint(1), StandardCopyOption.ATOMIC_MOVE);
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
