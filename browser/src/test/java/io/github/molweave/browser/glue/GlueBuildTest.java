package io.github.molweave.browser.glue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.molweave.browser.EngineDoor;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the engine that was compiled before the tests. */
class GlueBuildTest {
  private static final Path BUILT = Path.of("target/dist");
  private static final String MODULE = "engine-wasm.wasm";
  private static final String RUNTIME = "engine-wasm-runtime.js";

  @TempDir Path folder;

  /** One of {@code Answers}, a getter of TeaVM's own, and the longest list of parameters. */
  @Test
  void findsTheScriptsOfTheEngine() throws IOException {
    List<List<String>> bodies = GlueCalls.of(Files.readAllBytes(BUILT.resolve(MODULE))).bodies();
    assertTrue(
        bodies.contains(List.of("id", "message", "{return {error:{id:id,message:message}};}")));
    assertTrue(bodies.contains(List.of("str", "return str;")));
    assertTrue(bodies.size() > 20, bodies.toString());
  }

  @Test
  void knowsHowManyParametersTheExportsHave() throws IOException {
    GlueCalls calls = GlueCalls.of(Files.readAllBytes(BUILT.resolve(MODULE)));
    Set<Integer> exported =
        Stream.of(EngineDoor.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> !method.getName().equals("main"))
            .map(Method::getParameterCount)
            .collect(Collectors.toSet());
    assertEquals(exported, calls.arities());
  }

  @Test
  void theRuntimeTakesItsFunctionsFromTheFile() throws IOException {
    Files.copy(BUILT.resolve(MODULE), folder.resolve(MODULE));
    Files.writeString(folder.resolve(RUNTIME), "new Function(".repeat(11));
    GlueBuild.main(new String[] {folder.toString(), "engine-wasm"});
    String runtime = Files.readString(folder.resolve(RUNTIME));
    assertTrue(runtime.startsWith("import { Function } from './engine-wasm-glue.js';\n"), runtime);
    assertTrue(Files.exists(folder.resolve("engine-wasm-glue.js")));
    GlueBuild.main(new String[] {folder.toString(), "engine-wasm"});
    assertEquals(runtime, Files.readString(folder.resolve(RUNTIME)), "the second time");
  }

  @Test
  void refusesARuntimeThatMakesFunctionsInMorePlaces() throws IOException {
    Files.copy(BUILT.resolve(MODULE), folder.resolve(MODULE));
    Files.writeString(folder.resolve(RUNTIME), "new Function(".repeat(12));
    assertThrows(
        IllegalStateException.class,
        () -> GlueBuild.main(new String[] {folder.toString(), "engine-wasm"}));
    assertFalse(Files.readString(folder.resolve(RUNTIME)).startsWith("import"));
  }
}
