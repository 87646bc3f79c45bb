package io.github.molweave.smiles;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How many texts a second the validator judges on one core; not a test. Counts the thread's own
 * processor time, so that other work on the machine matters little.
 *
 * <p>{@code java -cp shared/target/classes:shared/target/test-classes
 * io.github.molweave.smiles.SmilesSpeed FILE}, one SMILES a line.
 */
final class SmilesSpeed {
  private static final int ROUNDS = 40;

  private SmilesSpeed() {}

  public static void main(String[] arguments) throws IOException {
    List<String> texts = Files.readAllLines(Path.of(arguments[0]));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    SmilesValidator validator = new SmilesValidator();
    int valid = 0;
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      valid = 0;
      for (String text : texts) {
        valid += validator.isValid(text) ? 1 : 0;
      }
      best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
    }
    double perSecond = texts.size() / (best / 1e9);
    System.out.println(valid + " of " + texts.size() + " valid, " + Math.round(perSecond) + " /s");
  }
}
