package io.github.molweave.trainer.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a command line gave when run by the program's real entry, in this process.
 *
 * @param exitCode the number for the shell
 * @param out all of stdout
 * @param err all of stderr
 */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(Object... arguments) {
    return with(Map.of(), arguments);
  }

  static CommandRun with(Map<String, String> environment, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandRun run = into(out, environment, arguments);
    return new CommandRun(run.exitCode, out.toString(StandardCharsets.UTF_8), run.err);
  }

  static CommandRun into(OutputStream out, Map<String, String> environment, Object... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream talk = new PrintStream(err, true, StandardCharsets.UTF_8);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    Terminal terminal =
        new Terminal(new Terminal.PipeAware(out), talk, Terminal.Style.PLAIN, environment);
    int exitCode = new Molweave(terminal).run(words);
    return new CommandRun(exitCode, "", err.toString(StandardCharsets.UTF_8));
  }
}
