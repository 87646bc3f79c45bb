package io.github.molweave.bench.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A contender in a process of its own, so that its memory and its threads are its own too. */
final class ContenderProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter commands;
  private final String description;

  /**
   * What some steps took.
   *
   * @param wall seconds on the clock
   * @param cpu seconds of processor time, all threads together
   * @param tokens that were learned from
   * @param loss before the last step, nats a token
   */
  record Turn(double wall, double cpu, long tokens, double loss) {
    double tokensPerSecond() {
      return tokens / wall;
    }

    double tokensPerCpuSecond() {
      return tokens / cpu;
    }
  }

  /** Starts {@code name}, molweave or libtorch. */
  static ContenderProcess start(String name, Work work, int threads, Path batches)
      throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-cp",
            System.getProperty("java.class.path"),
            ContenderMain.class.getName(),
            name,
            work.name(),
            Integer.toString(work.embedding()),
            Integer.toString(threads),
            batches.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    for (String variable : new String[] {"OMP_NUM_THREADS", "MKL_NUM_THREADS"}) {
      environment.put(variable, Integer.toString(threads));
    }
    environment.put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
    if (!name.equals("molweave")) {
      // The launcher sets it for our own threads; libtorch is to have its defaults.
      environment.remove("OMP_WAIT_POLICY");
    }
    return new ContenderProcess(builder.start());
  }

  private ContenderProcess(Process process) throws IOException {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.description = answer();
  }

  String description() {
    return description;
  }

  /** Trains on the next {@code steps} batches. */
  Turn round(int steps) throws IOException {
    String[] words = ask("round " + steps).split(" ", -1);
    return new Turn(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]),
        Long.parseLong(words[2]),
        Double.parseDouble(words[3]));
  }

  /** What single-precision products reach now, GFLOP/s. */
  double products(int rows) throws IOException {
    return Double.parseDouble(ask("products " + rows));
  }

  /** The largest resident memory so far, in MB. */
  long peakMegabytes() throws IOException {
    return Long.parseLong(ask("peak"));
  }

  private String ask(String command) throws IOException {
    commands.println(command);
    return answer();
  }

  private String answer() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith(ContenderMain.ANSWER)) {
        return line.substring(ContenderMain.ANSWER.length());
      }
    }
    throw new IOException("a contender ended without an answer; what it said stands above");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
