package io.github.molweave.trainer.checkpoint;

import io.github.molweave.trainer.checkpoint.CheckpointException.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a run's folder for one process. The system gives the lock back when the process ends, in
 * whatever way; the file stays and means nothing.
 */
public final class RunLock implements AutoCloseable {
  private static final String NAME = ".lock";

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @param folder exists
   * @throws CheckpointException when another process has it, or nothing can be written in it
   */
  @SuppressWarnings("MustBeClosedChecker")
  public static RunLock take(Path folder) throws CheckpointException {
    Path file = folder.resolve(NAME);
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    } catch (IOException e) {
      throw new CheckpointException(
          Problem.UNWRITABLE,
          folder
              + " may not be written to ("
              + e
              + "). Change its permissions or give another --out.");
    }
    if (!isLocked(channel)) {
      String owner = ownerOf(file);
      closeQuietly(channel);
      throw new CheckpointException(
          Problem.LOCKED,
          "another process"
              + owner
              + " is training in "
              + folder
              + ". Wait for it or stop it, or give another --out.");
    }
    try {
      channel.truncate(0);
      String pid = Long.toString(ProcessHandle.current().pid());
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException full) {
      // The number only makes a message better; a full disk is told where it matters.
      return new RunLock(channel);
    }
    return new RunLock(channel);
  }

  private static boolean isLocked(FileChannel channel) {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    } catch (IOException noLocks) {
      // Some network disks know no locks: better a run without one than none.
      return true;
    }
  }

  private static String ownerOf(Path file) {
    try {
      String pid = Files.readString(file).strip();
      return pid.matches("[0-9]{1,10}") ? " (number " + pid + ")" : "";
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException failure) {
      // Nothing was written by it.
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}
