package io.github.molweave.trainer.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a run runs on. Nothing that names the user, the machine or a place on its disk. */
final class Surroundings {
  private static final double MEBIBYTE = 1 << 20;

  private Surroundings() {}

  /**
   * Facts for readers.
   *
   * @param device what does the arithmetic
   */
  static Map<String, String> of(String device) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("device", device);
    facts.put("processor", processor());
    Runtime runtime = Runtime.getRuntime();
    facts.put("processors for Java", Integer.toString(runtime.availableProcessors()));
    facts.put(
        "memory for Java",
        String.format(Locale.ROOT, "at most %,.0f MiB", runtime.maxMemory() / MEBIBYTE));
    facts.put("Java", Runtime.version() + ", " + System.getProperty("java.vm.name"));
    facts.put("system", System.getProperty("os.name") + ", " + System.getProperty("os.arch"));
    return facts;
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("not known");
    } catch (IOException anotherSystem) {
      return "not known";
    }
  }
}
