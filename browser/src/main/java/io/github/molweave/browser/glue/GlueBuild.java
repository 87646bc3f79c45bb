package io.github.molweave.browser.glue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Writes {@code NAME-glue.js} beside {@code NAME.wasm}, and makes {@code NAME-runtime.js}, which is
 * TeaVM's, take its functions from there. In place of the browser's {@code Function}, which {@code
 * script-src} without {@code 'unsafe-eval'} forbids, the runtime then sees one that knows the
 * functions of this module, written out.
 */
public final class GlueBuild {
  /** So many places of the runtime were looked at when {@link GlueTexts} was written. */
  private static final int KNOWN_PLACES = 11;

  private static final String HEAD =
      """
      // Made by the build: the functions that TeaVM's runtime asks for by their texts, written out, because a
      // strict Content-Security-Policy forbids to make functions from texts.
      const written = new Map([
      """;

  private static final String TAIL =
      """
      ]);

      /** In the place of the browser's own: parameters' names and a body to a function. */
      export function Function(...texts) {
        const [, name] = /^return ([A-Za-z_$][\\w$]*);$/.exec(texts.length === 1 ? texts[0] : '') ?? [];
        return written.get(texts.join('\\n')) ?? (name === undefined ? missing(texts) : () => global(name));
      }

      function global(name) {
        if (!(name in globalThis)) throw new ReferenceError(`${name} is not defined`);
        return globalThis[name];
      }

      function missing(texts) {
        return () => { throw new Error(`the build wrote no function for ${texts.join(', ')}`); };
      }
      """;

  private GlueBuild() {}

  /**
   * Does it for the folder {@code arguments[0]} and the name {@code arguments[1]}.
   *
   * @throws IOException when a file cannot be read or written
   * @throws IllegalStateException when module or runtime are not as this version of TeaVM makes
   *     them
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String name = arguments[1];
    Path module = folder.resolve(name + ".wasm");
    Path runtime = folder.resolve(name + "-runtime.js");
    String glue = name + "-glue.js";
    Files.writeString(folder.resolve(glue), glue(GlueCalls.of(Files.readAllBytes(module))));
    Files.writeString(runtime, strict(Files.readString(runtime), glue));
  }

  static String glue(GlueCalls calls) {
    Set<List<String>> texts = GlueTexts.of(calls);
    StringBuilder script = new StringBuilder(HEAD);
    for (List<String> each : texts) {
      int last = each.size() - 1;
      script
          .append("  [")
          .append(quoted(String.join("\n", each)))
          .append(", function(")
          .append(String.join(", ", each.subList(0, last)))
          .append(") {\n")
          .append(each.get(last))
          .append("\n}],\n");
    }
    return script.append(TAIL).toString();
  }

  private static String strict(String runtime, String glue) {
    String before = "import { Function } from './" + glue + "';\n";
    if (runtime.startsWith(before)) {
      return runtime;
    }
    int places = runtime.split("new Function\\(", -1).length - 1;
    if (places != KNOWN_PLACES) {
      throw new IllegalStateException(
          "TeaVM's runtime makes functions in " + places + " places, not in " + KNOWN_PLACES);
    }
    return before + runtime;
  }

  private static String quoted(String text) {
    return "'"
        + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
        + "'";
  }
}
