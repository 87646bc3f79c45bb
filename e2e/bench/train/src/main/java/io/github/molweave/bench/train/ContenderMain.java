package io.github.molweave.bench.train;

import com.sun.management.OperatingSystemMXBean;
import io.github.molweave.trainer.batching.Batch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process of one contender. It reads a command a line and answers with a line: {@code round N}
 * trains on the next N batches and gives wall seconds, processor seconds, tokens and the last loss;
 * {@code products ROWS} gives what single-precision products reach at most, in GFLOP/s; {@code peak}
 * gives the largest resident memory so far, in MB. The end of the input ends it.
 */
final class ContenderMain {
  /** What the parent's lines begin with; libraries write to standard output too. */
  static final String ANSWER = "answer ";

  private final Contender contender;
  private final BatchFile batches;
  private final Work work;
  private int next;

  private ContenderMain(Contender contender, BatchFile batches, Work work) {
    this.contender = contender;
    this.batches = batches;
    this.work = work;
  }

  /** Arguments: molweave or libtorch, the network, its embedding, threads, the file of batches. */
  public static void main(String[] arguments) throws IOException {
    Work work = Work.of(arguments[1], Integer.parseInt(arguments[2]));
    BatchFile batches = BatchFile.read(Path.of(arguments[4]));
    Contender contender =
        arguments[0].equals("molweave")
            ? new MolweaveContender(work, batches)
            : new TorchContender(work, batches, Integer.parseInt(arguments[3]));
    new ContenderMain(contender, batches, work).serve();
    System.exit(0);
  }

  private void serve() throws IOException {
    System.out.println(ANSWER + contender.description());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      String answer =
          switch (words[0]) {
            case "round" -> round(Integer.parseInt(words[1]));
            case "products" -> Double.toString(Products.best(Integer.parseInt(words[1]), work));
            case "peak" -> Long.toString(peakMegabytes());
            default -> throw new IllegalArgumentException(line);
          };
      System.out.println(ANSWER + answer);
    }
  }

  private String round(int steps) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    long tokens = 0;
    double loss = 0;
    for (int i = 0; i < steps; i++) {
      Batch batch = batches.batches().get(next++ % batches.batches().size());
      loss = contender.step(batch);
      tokens += batch.predictions();
    }
    double wall = (System.nanoTime() - start) * 1e-9;
    return wall + " " + (system.getProcessCpuTime() - cpu) * 1e-9 + " " + tokens + " " + loss;
  }

  private static long peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
